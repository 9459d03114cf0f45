import type { ClosedDays } from '../../../timing/working/working.ts';

/** The longest stretch that is given in at once, in days; a body that is closed for longer has closed. */
const LONGEST = 92;
/** Further away is a slip of the finger. */
const YEARS = 10;

export type ClosedDaysProblem = { field: 'from' | 'to'; text: string };

/** What is wrong with days on which the organisation says it is closed. */
export function closedDaysProblem(
  { from, to }: Pick<ClosedDays, 'from' | 'to'>,
  today: Temporal.PlainDate,
): ClosedDaysProblem | undefined {
  if (Math.abs(from.since(today, { largestUnit: 'years' }).years) >= YEARS)
    return { field: 'from', text: `The first day must be within ${YEARS} years of today` };
  const days = to.since(from).days + 1;
  if (days < 1) return { field: 'to', text: 'The last day must be the first day or later' };
  if (days > LONGEST)
    return { field: 'to', text: 'The last day must be within three months of the first day' };
  return undefined;
}
