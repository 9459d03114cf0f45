import { kept } from '../../../language/kept.ts';
import { type Span, week } from '../../../timing/calendar.ts';
import { clock } from './when-due.ts';

/** From Friday on the next week is what people look at. */
const FRIDAY = 5;

/** The days behind today that "this week" has for somebody: to its Sunday, or to the next one. */
export function weekAhead(today: Temporal.PlainDate): Span & { words: string } {
  const { by } = week(today);
  const from = today.add({ days: 1 });
  return today.dayOfWeek < FRIDAY
    ? { from, by, words: 'Due this week' }
    : { from, by: by.add({ days: 7 }), words: 'Due this week and next' };
}

/** Thirteen weeks from Monday to Sunday, that of today the last: a quarter of a year. */
export function weeksBack(today: Temporal.PlainDate, weeks = 13): Span {
  const { from, by } = week(today);
  return { from: from.subtract({ days: 7 * (weeks - 1) }), by };
}

/** "today", "tomorrow", "Thu 10", "by Mon 14 Apr"; beyond ten days with its month. */
export function whenDue(day: Temporal.PlainDate, today: Temporal.PlainDate, window: boolean): string {
  const ahead = today.until(day).days;
  if (ahead === 0) return window ? 'by today' : 'today';
  const said = ahead === 1 ? 'tomorrow' : (day.month === today.month ? near : far)(day);
  return window ? `by ${said}` : said;
}

/** The same with its hour: "today at 6:30pm", "today by 2pm" where something set it off. */
export function whenDueAt(
  {
    day,
    at,
    window,
    setOff,
  }: { day: Temporal.PlainDate; at: string | null; window: boolean; setOff: boolean },
  today: Temporal.PlainDate,
): string {
  const said = whenDue(day, today, window);
  return at ? `${said} ${setOff && !window ? 'by' : 'at'} ${clock(at)}` : said;
}

const NEAR = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric' });
const FAR = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short' });
const near = kept(day => NEAR.format(Temporal.PlainDate.from(day)).replace(',', ''));
const far = kept(day => FAR.format(Temporal.PlainDate.from(day)).replace(',', ''));
