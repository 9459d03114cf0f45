import { bankHolidaysIn, type Published } from './bank-holidays.ts';
import { isWeekend } from './by-rule.ts';
import type { Division } from './division.ts';

/** When the office is open on a weekday, in the organisation's own time. */
export type OfficeHours = { opens: Temporal.PlainTime; closes: Temporal.PlainTime };

/** Days on which an organisation is closed of its own accord, both ends counted. */
export type ClosedDays = { from: Temporal.PlainDate; to: Temporal.PlainDate; what: string };

/** What says on which days and at which hours an organisation works. */
export type WorkingCalendar = {
  division: Division;
  /** Monday first, seven; nothing for a weekday on which the office is closed. */
  office: readonly (OfficeHours | undefined)[];
  /** "Europe/London" */
  zone: string;
  closed: readonly ClosedDays[];
  /** The bank holidays that are published; other years go by rule. */
  holidays: Published;
};

declare const known: unique symbol;

/** A day of which it is known that it is worked: told apart from any other day by its type. */
export type WorkingDay = Temporal.PlainDate & { readonly [known]: 'working day' };

export type NotWorking =
  | { why: 'weekend' }
  | { why: 'bank-holiday'; name: string }
  | { why: 'closed'; name: string };

const { PlainDate, Instant } = Temporal;

/** In days: a calendar that has no working day for so long is one that nobody can work by. */
const FURTHEST = 20 * 366;

/**
 * Why a day is no working day. Working days are Monday to Friday whatever the office hours say, as the law has them
 * (Freedom of Information Act 2000, s. 10(6)): a library that opens on Saturdays is not asked then, and a clerk who is in
 * on Tuesdays alone still has twenty days to answer, not twenty weeks.
 */
export function whyNotWorking(day: Temporal.PlainDate, calendar: WorkingCalendar): NotWorking | undefined {
  if (isWeekend(day)) return { why: 'weekend' };
  return whyClosed(day, calendar);
}

function whyClosed(day: Temporal.PlainDate, calendar: WorkingCalendar): NotWorking | undefined {
  const { days } = bankHolidaysIn(day.year, calendar.division, calendar.holidays);
  const holiday = days.get(day.toString());
  if (holiday) return { why: 'bank-holiday', name: holiday };
  const closed = calendar.closed.find(
    ({ from, to }) => PlainDate.compare(from, day) <= 0 && PlainDate.compare(day, to) <= 0,
  );
  return closed && { why: 'closed', name: closed.what };
}

export const isWorkingDay = (day: Temporal.PlainDate, calendar: WorkingCalendar): day is WorkingDay =>
  !whyNotWorking(day, calendar);

/** The first working day after a day. */
export const nextWorkingDay = (day: Temporal.PlainDate, calendar: WorkingCalendar): WorkingDay =>
  neighbour(day, 1, calendar);

/** The day itself where it is worked, else the next that is. */
export const workingDayFrom = (day: Temporal.PlainDate, calendar: WorkingCalendar): WorkingDay =>
  isWorkingDay(day, calendar) ? day : nextWorkingDay(day, calendar);

/**
 * The n-th working day after a day, which does not count itself ("within 20 working days of receipt"); before it, where
 * n is negative. For 0, the day itself or else the next that is worked.
 * @throws RangeError where the calendar has none
 */
export function workingDaysAfter(day: Temporal.PlainDate, n: number, calendar: WorkingCalendar): WorkingDay {
  if (n === 0) return workingDayFrom(day, calendar);
  let at = day;
  for (let left = Math.abs(n); left > 0; left--) at = neighbour(at, Math.sign(n), calendar);
  return at as WorkingDay;
}

function neighbour(day: Temporal.PlainDate, step: number, calendar: WorkingCalendar): WorkingDay {
  for (let away = 1; away <= FURTHEST; away++) {
    const at = day.add({ days: step * away });
    if (isWorkingDay(at, calendar)) return at;
  }
  throw new RangeError(`There is no working day within twenty years of ${day} in this calendar.`);
}

/**
 * How many working days lie after `from`, up to and with `to`: what `workingDaysAfter` was given to come to `to`. Below
 * zero where `to` comes first.
 */
export function workingDaysBetween(
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  calendar: WorkingCalendar,
): number {
  const step = PlainDate.compare(to, from);
  let count = 0;
  for (let at = from; !at.equals(to); ) {
    at = at.add({ days: step });
    if (isWorkingDay(at, calendar)) count += step;
  }
  return count;
}

type Hours = { from: Temporal.Instant; until: Temporal.Instant };

/** When the office is open on a day; never on bank holidays and days on which it is closed. */
export function officeHoursOn(day: Temporal.PlainDate, calendar: WorkingCalendar): Hours | undefined {
  const hours = calendar.office[day.dayOfWeek - 1];
  if (!hours || whyClosed(day, calendar)) return undefined;
  const at = (plainTime: Temporal.PlainTime) =>
    day.toZonedDateTime({ timeZone: calendar.zone, plainTime }).toInstant();
  const [from, until] = [at(hours.opens), at(hours.closes)];
  return Instant.compare(from, until) < 0 ? { from, until } : undefined; // the hour that clocks skip in March
}

/** From the minute it opens until just before it closes. */
export function inOfficeHours(instant: Temporal.Instant, calendar: WorkingCalendar): boolean {
  const hours = officeHoursOn(dayOf(instant, calendar), calendar);
  return !!hours && Instant.compare(hours.from, instant) <= 0 && Instant.compare(instant, hours.until) < 0;
}

/**
 * The moment itself where the office is open, else when it next opens.
 * @throws RangeError where it never does
 */
export function nextOfficeMoment(instant: Temporal.Instant, calendar: WorkingCalendar): Temporal.Instant {
  let day = dayOf(instant, calendar);
  for (let gone = 0; gone < FURTHEST; gone++, day = day.add({ days: 1 })) {
    const hours = officeHoursOn(day, calendar);
    if (!hours || Instant.compare(hours.until, instant) <= 0) continue;
    return Instant.compare(hours.from, instant) <= 0 ? instant : hours.from;
  }
  throw new RangeError('The office never opens in this calendar.');
}

const dayOf = (instant: Temporal.Instant, { zone }: WorkingCalendar): Temporal.PlainDate =>
  instant.toZonedDateTimeISO(zone).toPlainDate();
