import { type Published, SHIPPED } from './bank-holidays.ts';
import { DIVISIONS, type Division } from './division.ts';

/** The official file is published years ahead: half a year is enough for somebody to take in the next one. */
const ASKED_FROM_MONTH = 7;

/** The last year whose bank holidays are known as published, of each of the divisions. */
export const lastPublished = (
  from: Published = SHIPPED,
  divisions: readonly Division[] = DIVISIONS,
): number => Math.min(...divisions.map(division => Math.max(...from[division].keys())));

/** Whether it is time to take in the official file: from July of the last known year on. */
export const runsOut = (last: number, today: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(today, { year: last, month: ASKED_FROM_MONTH, day: 1 }) >= 0;
