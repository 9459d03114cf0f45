import type { Label } from './labels.ts';

/** Days from one column to the next at the most: a week, or a fortnight where weeks are left out. */
const FURTHEST = 14;
/** Any year does for days that name none, but one in which 29 February is a day. */
const ANY_YEAR = 2024;

/**
 * Whether days side by side are those of a calendar. The dates of meetings, under which stands what was said at each,
 * lie further apart.
 */
export function followClosely(labels: Label[]): boolean {
  const days = labels.flatMap(({ day, month, year }) =>
    day && month ? [Temporal.PlainDate.from({ year: year ?? ANY_YEAR, month, day })] : [],
  );
  return days.slice(1).every((day, index) => {
    const gap = days[index]!.until(day).days;
    return gap > 0 ? gap <= FURTHEST : gap <= FURTHEST - 365;
  });
}
