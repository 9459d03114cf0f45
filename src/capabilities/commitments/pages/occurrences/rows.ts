import type { ListedOccurrence } from '../../queries/occurrences.ts';
import { gapWords, squareOf, whatBecame } from '../../rules/what-became.ts';
import { firstDayInWords, lastDayInWords } from '../../rules/when-due.ts';

/** What a row of the list shows. */
export const rowOf = (one: ListedOccurrence) => ({
  id: one.id,
  href: `/occurrences/${one.id}`,
  about: one.about,
  forName: one.forName,
  plan: { href: `/plans/${one.plan}`, title: one.planTitle },
  when: lastDayInWords(one),
  since: firstDayInWords(one),
  moved: one.by.equals(one.firstBy) ? undefined : one.firstBy,
  owner: one.owner,
  square: squareOf(one.state),
  became: whatBecame(one),
  gap: gapWords(one),
  reason: one.reason,
  open: !one.settled,
});
