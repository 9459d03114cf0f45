import { type WorkingCalendar, workingDaysAfter } from '../../../timing/working/working.ts';
import { type AskingSettings, LONGEST_SNOOZE } from '../settings.ts';

type Day = Temporal.PlainDate;

export type NotPutOff = 'too-often' | 'not-later' | 'too-late';

/** The last day to which something may be put off today. */
export const latestPutOff = (today: Day, calendar: WorkingCalendar): Day =>
  workingDaysAfter(today, LONGEST_SNOOZE, calendar);

/** Whether a request that was put off so often already may be put off to a day; or why not. */
export function mayPutOff(
  { snoozes, until }: { snoozes: number; until: Day },
  today: Day,
  { settings, calendar }: { settings: AskingSettings; calendar: WorkingCalendar },
): NotPutOff | undefined {
  if (snoozes >= settings.snoozes) return 'too-often';
  if (Temporal.PlainDate.compare(until, today) <= 0) return 'not-later';
  return Temporal.PlainDate.compare(until, latestPutOff(today, calendar)) > 0 ? 'too-late' : undefined;
}
