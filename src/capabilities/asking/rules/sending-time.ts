import {
  isWorkingDay,
  nextWorkingDay,
  officeHoursOn,
  type WorkingCalendar,
} from '../../../timing/working/working.ts';
import type { AskingSettings } from '../settings.ts';

/** Why nothing goes at a moment, whatever there is to say. */
export type Quiet = 'not-a-working-day' | 'office-closed' | 'too-early' | 'too-late';

const { compare } = Temporal.Instant;

/** From when the daily message of a day goes: its hour, or when the office opens; undefined where none goes that day. */
export function sendingTime(
  day: Temporal.PlainDate,
  settings: AskingSettings,
  calendar: WorkingCalendar,
): { from: Temporal.Instant; until: Temporal.Instant } | Quiet {
  if (!isWorkingDay(day, calendar)) return 'not-a-working-day';
  const office = officeHoursOn(day, calendar);
  if (!office) return 'office-closed';
  const plainTime = new Temporal.PlainTime(settings.hour);
  const hour = day.toZonedDateTime({ timeZone: calendar.zone, plainTime }).toInstant();
  // an hour after the office has closed is never: then it goes when the office opens
  const usual = compare(hour, office.from) > 0 && compare(hour, office.until) < 0;
  return { from: usual ? hour : office.from, until: office.until };
}

/** Since when a message may go at this moment; or why none may. */
export function mayGo(
  at: Temporal.Instant,
  settings: AskingSettings,
  calendar: WorkingCalendar,
): { since: Temporal.Instant } | Quiet {
  const time = sendingTime(at.toZonedDateTimeISO(calendar.zone).toPlainDate(), settings, calendar);
  if (typeof time === 'string') return time;
  if (compare(at, time.from) < 0) return 'too-early';
  return compare(at, time.until) < 0 ? { since: time.from } : 'too-late';
}

/** The next moment from which messages go, this one included. */
export function nextSending(
  at: Temporal.Instant,
  settings: AskingSettings,
  calendar: WorkingCalendar,
): Temporal.Instant {
  let day = at.toZonedDateTimeISO(calendar.zone).toPlainDate();
  for (;;) {
    const time = sendingTime(day, settings, calendar);
    if (typeof time !== 'string' && compare(at, time.until) < 0)
      return compare(at, time.from) < 0 ? time.from : at;
    day = nextWorkingDay(day, calendar); // throws where a calendar has none
  }
}
