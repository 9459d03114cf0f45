import { count } from '../../../../language/words.ts';
import { type Answer, mayAs, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { KIND_WORDS } from '../../happening.ts';
import { HAPPENINGS_ON_A_PAGE, happenings, type ListedHappening } from '../../queries/happenings.ts';
import { pageAsked } from '../which-happening.ts';

/** What happened that promises wait for, the last first, and what came of each. */
export async function happeningsPage(visit: SignedInVisit): Promise<Answer> {
  const number = pageAsked(visit);
  const found = await visit.within(within => happenings(within, number));
  const more = found.length > HAPPENINGS_ON_A_PAGE;
  const facts = {
    rows: found
      .slice(0, HAPPENINGS_ON_A_PAGE)
      .map(one => ({ ...one, kind: KIND_WORDS[one.kind], came: cameOf(one) })),
    zone: visit.who.organisation.timeZone,
    mayRecord: mayAs(visit.who.role, 'owner'),
    previous: number > 1 ? `/happenings?page=${number - 1}` : undefined,
    next: more ? `/happenings?page=${number + 1}` : undefined,
    first: number === 1,
  };
  return page('commitments/pages/happenings/happenings.njk', facts, { title: 'What happened' });
}

/** "12 due, 8 of them open" */
function cameOf({ due, open, done, undone }: ListedHappening): string {
  if (undone) return due ? `A mistake; ${count(due, 'promise')} settled for it stay` : 'A mistake';
  if (!due) return 'Nothing was due for it';
  if (!open) return `${done} of ${due} done, none open`;
  return `${done} of ${due} done, ${open} open`;
}
