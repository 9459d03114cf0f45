import { isWeekend } from '../working/by-rule.ts';
import { isWorkingDay, nextWorkingDay, workingDaysAfter } from '../working/working.ts';
import type { Known } from './known.ts';
import type { Due } from './series.ts';

/**
 * Moves what is due on a single day off a day that is not worked, as the organisation has chosen. A window keeps its days:
 * it has others. `weekends`: the series itself names them ("every Saturday"), so that only holidays move it.
 */
export function shifted(due: Due, { shift, working }: Known, { weekends }: { weekends: boolean }): Due {
  if (shift === 'none' || !due.from.equals(due.by) || isWorkingDay(due.by, working)) return due;
  if (weekends && isWeekend(due.by)) return due;
  const day = shift === 'next' ? nextWorkingDay(due.by, working) : workingDaysAfter(due.by, -1, working);
  return { ...due, from: day, by: day };
}
