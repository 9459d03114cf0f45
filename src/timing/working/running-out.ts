import type { Published } from './bank-holidays.ts';
import { DIVISIONS, type Division } from './division.ts';

/** The official file is published years ahead: half a year is enough for somebody to take in the next one. */
const ASKED_FROM_MONTH = 7;

/**
 * Until the end of which year, from today on, bank holidays are known as published without a year between, in each of the
 * divisions; a year that is over where this one is not known.
 */
export const lastPublished = (
  from: Published,
  today: Temporal.PlainDate,
  divisions: readonly Division[] = DIVISIONS,
): number => Math.min(...divisions.map(division => lastFrom(from[division], today.year)));

function lastFrom(years: Published[Division], thisYear: number): number {
  if (!years.has(thisYear)) {
    const beforeAll = Math.min(...years.keys()) - 1; // on a machine whose clock is far back
    return Math.max(beforeAll, ...[...years.keys()].filter(year => year < thisYear));
  }
  let last = thisYear;
  while (years.has(last + 1)) last++;
  return last;
}

/** Whether it is time to take in the official file: from July of the last known year on. */
export const runsOut = (last: number, today: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(today, { year: last, month: ASKED_FROM_MONTH, day: 1 }) >= 0;
