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
import { standingWords } from '../standing-words.ts';

const asked = z.object({
  show: z.enum(SHOWN).catch('open'),
  q: z.string().trim().max(100).catch(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

const SIZE = 50;

const SHOWN_WORDS = {
  open: 'What waits for an answer',
  silent: 'Without an answer long after it was due',
  decide: 'Not theirs: whose is it?',
  undelivered: 'Did not arrive',
  settled: 'Answered or over',
  all: 'Everything that was asked',
};

/** What is asked of people, of whom, and how it stands. */
export async function requestsPage(visit: SignedInVisit): Promise<Answer> {
  const { show, q, page: number } = asked.parse(visit.query);
  const wanted = { shown: show, words: q };
  const { requests, total, tallies } = await visit.within(async within => ({
    requests: await listRequests(within, wanted, { after: (number - 1) * SIZE, most: SIZE }),
    total: await countRequests(within, wanted),
    tallies: await requestTallies(within),
  }));
  const today = visit.today();
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
    ],
    show,
    q,
    filtered: Boolean(q) || show !== 'open',
    choices: SHOWN.map(value => ({ value, text: SHOWN_WORDS[value] })),
    requests: requests.map(one => shown(one, today, visit.who.organisation.mail)),
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

function shown(one: ListedRequest, today: Temporal.PlainDate, mail: MailStanding) {
  const late = one.state === 'open' && Temporal.PlainDate.compare(one.by, today) < 0;
  return {
    ...one,
    href: `/asking/${one.id}`,
    late,
    about: one.records > 1 ? `${one.title}, and ${count(one.records - 1, 'more', 'more')}` : one.title,
    standing: standingWords(one, mail),
  };
}
