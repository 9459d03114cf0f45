import { day, shortDay } from '../../../language/words.ts';

type Due = { from: Temporal.PlainDate; by: Temporal.PlainDate; at: string | null };

/** The last day on which it can be done, by which lists are in order: "8 April 2025 at 6:30pm", "by 30 June 2025". */
export function lastDayInWords({ from, by, at }: Due): string {
  if (!from.equals(by)) return `by ${day(by)}`;
  return at ? `${day(by)} at ${clock(at)}` : day(by);
}

/** The day from which it can be done, where there is more than one; '' otherwise. */
export function firstDayInWords({ from, by }: Due): string {
  if (from.equals(by)) return '';
  return `from ${from.year === by.year ? shortDay(from) : day(from)}`;
}

/** "18:30" as people say it. */
export function clock(at: string): string {
  const [hour = 0, minute = 0] = at.split(':').map(Number);
  return `${hour % 12 || 12}${minute ? `:${String(minute).padStart(2, '0')}` : ''}${hour < 12 ? 'am' : 'pm'}`;
}
