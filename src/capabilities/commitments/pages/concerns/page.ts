import { z } from 'zod';
import { pageLinks } from '../../../../platform/govuk/page-links.ts';
import { type Answer, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { CONCERN_STATE_WORDS, concernHref } from '../../concerns/concern.ts';
import { CONCERNS_SHOWN, type ConcernsShown, concernTallies, listConcerns } from '../../queries/concerns.ts';

const SIZE = 50;

const asked = z.object({
  show: z.enum(CONCERNS_SHOWN).catch('open'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

const SHOWN_WORDS: Record<ConcernsShown, string> = {
  open: 'Waiting for an answer',
  unowned: 'With nobody to answer',
  answered: 'To be told back',
  told: 'Told back',
  all: 'Everything',
};

/** What people were worried about where promises were kept, what waits longest first. */
export async function concernsPage(visit: SignedInVisit): Promise<Answer> {
  const { show, page: number } = asked.parse(visit.query);
  const { concerns, tallies } = await visit.within(async within => ({
    concerns: await listConcerns(within, show, { after: (number - 1) * SIZE, most: SIZE }),
    tallies: await concernTallies(within),
  }));
  for (const { of } of concerns) visit.shown.add(of);
  const facts = {
    any: tallies.all > 0,
    facts: [
      fact(tallies.open, 'waiting for an answer', 'open'),
      fact(tallies.unowned, 'with nobody to answer', 'unowned', 'wrong'),
      fact(tallies.answered, 'to be told back', 'answered', 'ask'),
      fact(tallies.told, 'told back', 'told'),
    ],
    show,
    choices: CONCERNS_SHOWN.map(value => ({ value, text: SHOWN_WORDS[value] })),
    concerns: concerns.map(one => ({
      ...one,
      href: concernHref(one.id),
      standing: CONCERN_STATE_WORDS[one.state],
    })),
    paging: pageLinks(
      { total: tallies[show], page: number, size: SIZE },
      one => `/concerns?${new URLSearchParams({ show, page: String(one) })}`,
    ),
    total: tallies[show],
    zone: visit.who.organisation.timeZone,
  };
  return page('commitments/pages/concerns/concerns.njk', facts, { title: 'Concerns' });
}

const fact = (number: number, words: string, show: ConcernsShown, kind?: 'wrong' | 'ask') => ({
  number: String(number),
  words,
  href: `/concerns?show=${show}`,
  ...(number && kind && { kind }),
});
