import { z } from 'zod';
import { count } from '../../../../language/words.ts';
import { pageLinks } from '../../../../platform/govuk/page-links.ts';
import {
  type Answer,
  type MailStanding,
  mayAs,
  page,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import {
  countRequests,
  type ListedRequest,
  listRequests,
  requestTallies,
  SHOWN,
} from '../../queries/list.ts';
import { whyNobody } from '../../rules/why-told.ts';
import { whoIsAsked } from '../../who-is-asked.ts';
import { standingWords } from '../standing-words.ts';
import { ownerAddress } from '../which.ts';

const addressed = z.object({
  show: z.enum(SHOWN).catch('open'),
  q: z.string().trim().max(100).catch(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

const SIZE = 50;
/** So far back what nobody answered is counted. */
const A_YEAR = Temporal.Duration.from({ hours: 365 * 24 });

const SHOWN_WORDS = {
  open: 'What waits for an answer',
  silent: 'Without an answer long after it was due',
  decide: 'Not theirs: whose is it?',
  undelivered: 'Did not arrive',
  nobody: 'Nobody to ask',
  unanswered: 'Never answered',
  settled: 'Answered or over',
  all: 'Everything that was asked',
};

/** What is asked of people, of whom, and how it stands. */
export async function requestsPage(visit: SignedInVisit): Promise<Answer> {
  const { show, q, page: number } = addressed.parse(visit.query);
  const wanted = { shown: show, words: q };
  const today = visit.today();
  const { requests, asked, total, tallies } = await visit.within(async within => {
    const requests = await listRequests(within, wanted, { after: (number - 1) * SIZE, most: SIZE });
    return {
      requests,
      asked: await whoIsAsked(within, requests.filter(isOpen), today),
      total: await countRequests(within, wanted),
      tallies: await requestTallies(within, visit.now().subtract(A_YEAR)),
    };
  });
  const facts = {
    facts: [
      { number: String(tallies.open), words: 'wait for an answer', href: '/asking' },
      {
        number: String(tallies.silent),
        words: 'silent, and told',
        href: '/asking?show=silent',
        ...(tallies.silent && { kind: 'wrong' }),
      },
      {
        number: String(tallies.decide),
        words: 'not theirs: whose?',
        href: '/asking?show=decide',
        ...(tallies.decide && { kind: 'ask' }),
      },
      {
        number: String(tallies.undelivered),
        words: 'did not arrive',
        href: '/asking?show=undelivered',
        ...(tallies.undelivered && { kind: 'wrong' }),
      },
      {
        number: String(tallies.nobody),
        words: 'have nobody to ask',
        href: '/asking?show=nobody',
        ...(tallies.nobody && { kind: 'ask' }),
      },
    ],
    unanswered: tallies.unanswered,
    show,
    q,
    filtered: Boolean(q) || show !== 'open',
    choices: SHOWN.map(value => ({ value, text: SHOWN_WORDS[value] })),
    requests: requests.map(one =>
      shown(one, { today, mail: visit.who.organisation.mail, reached: asked.has(one.id) }),
    ),
    paging: pageLinks(
      { total, page: number, size: SIZE },
      one => `/asking?${new URLSearchParams({ show, q, page: String(one) })}`,
    ),
    total,
    zone: visit.who.organisation.timeZone,
    maySet: mayAs(visit.who.role, 'administrator'),
  };
  for (const { record } of requests) if (record) visit.shown.add(record);
  return page('asking/pages/requests/requests.njk', facts, { title: 'Asked of people' });
}

const isOpen = ({ state }: ListedRequest): boolean => state === 'open';

type Seen = { today: Temporal.PlainDate; mail: MailStanding; reached: boolean };

function shown(one: ListedRequest, { today, mail, reached }: Seen) {
  const late = isOpen(one) && Temporal.PlainDate.compare(one.by, today) < 0;
  return {
    ...one,
    href: `/asking/${one.id}`,
    late,
    about: one.records > 1 ? `${one.title}, and ${count(one.records - 1, 'more', 'more')}` : one.title,
    of: (one.person ?? one.owner)?.name,
    settle: isOpen(one) && one.owner && !one.owner.known ? ownerAddress(one.owner.id) : undefined,
    standing: standingWords(one, mail, isOpen(one) && !reached ? whyNobody(one) : undefined),
  };
}
