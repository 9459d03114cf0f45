import { type Answer, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { unheard } from '../../queries/unheard.ts';
import { ADHERENCE } from '../adherence/asked.ts';
import { unheardRows } from './rows.ts';

/** Of each, what a person reads. */
const MOST = 200;

/** Audiences, and those whom promises are kept for one by one, that have heard nothing for longer than was promised. */
export async function unheardPage(visit: SignedInVisit): Promise<Answer> {
  const today = visit.today();
  const found = await visit.within(async within => ({
    audiences: await unheard(within, 'audiences', { today, most: MOST }),
    members: await unheard(within, 'members', { today, most: MOST }),
  }));
  for (const { line, plan } of [...found.audiences, ...found.members]) visit.shown.add(line ?? plan);
  const facts = {
    lists: [
      {
        title: 'Audiences',
        head: 'Audience',
        rows: unheardRows(found.audiences, 'audience', today),
        every: found.audiences[0]?.every ?? 0,
        empty: 'Every audience has heard what it was promised, as far as that has fallen due.',
      },
      {
        title: 'Those whom promises are kept for one by one',
        head: 'Ward, board, person or team',
        rows: unheardRows(found.members, 'for', today),
        every: found.members[0]?.every ?? 0,
        empty:
          'Each ward, board, person and team has heard what it was promised, as far as that has fallen due.',
      },
    ],
  };
  return page('commitments/pages/unheard/unheard.njk', facts, {
    title: 'Who has heard nothing',
    trail: [{ text: 'Adherence', href: ADHERENCE }, { text: 'Who has heard nothing' }],
  });
}
