/** Filters for views: days, moments and counts as people write them. Days come as ISO text or as Temporal values. */

import { kept } from './kept.ts';

// Made once: making one takes 0.1 ms, and a table has a hundred days.
const LONG = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const SHORT = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const WEEKDAY = new Intl.DateTimeFormat('en-GB', { weekday: 'long' });
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long' });

/** "8 April 2025" */
export const day = kept(value => LONG.format(Temporal.PlainDate.from(value)));

/** "8 Apr", for tables in which the year is plain from the rest. */
export const shortDay = kept(value => SHORT.format(Temporal.PlainDate.from(value)));

/** "Tuesday 8 April 2025" */
export const weekday = kept(value => `${WEEKDAY.format(Temporal.PlainDate.from(value))} ${day(value)}`);

/** "April" */
export const monthOf = kept(value => MONTH.format(Temporal.PlainDate.from(value)));

/** "8 April 2025 at 2:05pm", on the clocks of `zone`. */
export function moment(value: string | Temporal.Instant, zone = 'Europe/London'): string {
  const at = Temporal.Instant.from(value.toString()).toZonedDateTimeISO(zone);
  return `${day(at.toPlainDate())} at ${clock(at)}`;
}

/** "2:05pm" */
export function clock({ hour, minute }: { hour: number; minute: number }): string {
  const past = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${hour % 12 || 12}${past}${hour < 12 ? 'am' : 'pm'}`;
}

/** "1 line", "12 lines"; give the plural where it is not the singular and an s. */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${thousands(number)} ${number === 1 ? singular : plural}`;
}

// made once: making a formatter costs more than all else on a line of a table
const figures = new Intl.NumberFormat('en-GB');

/** "12,400" */
export function thousands(number: number): string {
  return figures.format(number);
}

/** "86%"; never rounded up to 100% or down to 0% when it is not so. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return 'none yet';
  const exact = (part / whole) * 100;
  const rounded = Math.round(exact);
  if (rounded === 100 && part < whole) return '99%';
  if (rounded === 0 && part > 0) return '1%';
  return `${rounded}%`;
}
