import type { Problem } from '../../../platform/table-in/declaration.ts';
import type { Days } from '../person.ts';

/** What has a first and a last day does not end before it begins. */
export const isBackwards = ({ startsOn, endsOn }: Days): boolean =>
  startsOn !== null && endsOn !== null && Temporal.PlainDate.compare(endsOn, startsOn) < 0;

export const ENDS_FIRST = 'The last day is before the first. Check both.';

export const endsBefore = (row: number, days: Days): Problem[] =>
  isBackwards(days) ? [{ row, column: 'endsOn', text: ENDS_FIRST }] : [];

/** The later the more it is to come, the earlier the more it is over. */
export function standing(days: Days, on: Temporal.PlainDate): 'past' | 'now' | 'to come' {
  if (days.endsOn && Temporal.PlainDate.compare(days.endsOn, on) < 0) return 'past';
  return days.startsOn && Temporal.PlainDate.compare(days.startsOn, on) > 0 ? 'to come' : 'now';
}
