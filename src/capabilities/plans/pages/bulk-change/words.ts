import { count, thousands } from '../../../../language/words.ts';
import type { BulkChange } from '../../queries/bulk.ts';
import type { Wanted } from '../../rules/bulk/wanted.ts';
import { MARKING_WORDS, STATE_WORDS } from '../../rules/words.ts';

/** How far a step has come: "2,000 of 5,312 lines are done". */
export const progressWords = ({ lines }: Pick<BulkChange, 'lines'>, waiting: number): string =>
  `${thousands(Math.max(0, lines - waiting))} of ${count(lines, 'line')}`;

/** What was wanted, as short sentences. */
export function wantedWords({
  state,
  when,
  accountable,
  addTag,
  removeTag,
  marking,
  lower,
}: Wanted): string[] {
  return [
    state && `State: ${STATE_WORDS[state]}`,
    when && `When: ${when}`,
    accountable !== undefined && `Accountable: ${accountable || 'nobody'}`,
    addTag && `Add the tag “${addTag}”`,
    removeTag && `Take away the tag “${removeTag}”`,
    marking && `Marking: ${MARKING_WORDS[marking]}${lower ? ', also where that is lower' : ''}`,
  ].filter((words): words is string => Boolean(words));
}
