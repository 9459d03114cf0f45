import { SEASON_MONTH, type Season } from './grammar/names.ts';
import type { TimingFacts, YearFacts } from './schedule.ts';

/** Days without a gap, both ends counted. */
export type Span = { from: Temporal.PlainDate; by: Temporal.PlainDate };

const { PlainDate } = Temporal;

/** A calendar day, or nothing where the calendar has none (31 June). */
export function day(year: number, month: number, dayOfMonth: number): Temporal.PlainDate | undefined {
  if (month < 1 || month > 12 || dayOfMonth < 1 || year < 1 || year > 9999) return undefined;
  const first = new PlainDate(year, month, 1);
  return dayOfMonth <= first.daysInMonth ? first.with({ day: dayOfMonth }) : undefined;
}

/** `count` whole months, the first being `month` (which may run past 12 into the next year). */
export function months(year: number, month: number, count = 1): Span {
  const from = new PlainDate(year, 1, 1).add({ months: month - 1 });
  return { from, by: from.add({ months: count }).subtract({ days: 1 }) };
}

export const calendarYear = (year: number): Span => months(year, 1, 12);

export function financialYear(year: number, facts: YearFacts): Span {
  const { month, day: first } = facts.financialYearStart ?? { month: 4, day: 1 };
  const from = PlainDate.from({ year, month, day: first });
  return { from, by: from.add({ years: 1 }).subtract({ days: 1 }) };
}

/** Quarter 1 to 4 of the financial year that begins in `year`. */
export function financialQuarter(year: number, quarter: number, facts: TimingFacts): Span {
  const from = financialYear(year, facts).from.add({ months: 3 * (quarter - 1) });
  return { from, by: from.add({ months: 3 }).subtract({ days: 1 }) };
}

/** The month in which a season begins, 1 to 12. */
export const seasonMonth = (season: Season, { springMonth = SEASON_MONTH.spring }: YearFacts): number =>
  ((SEASON_MONTH[season] + springMonth - SEASON_MONTH.spring + 11) % 12) + 1;

/** Monday to Sunday. */
export function week(within: Temporal.PlainDate): Span {
  const from = within.subtract({ days: within.dayOfWeek - 1 });
  return { from, by: from.add({ days: 6 }) };
}

/** The n-th (or, negative, n-th from last) weekday of a month; Monday is 1. */
export function weekdayOfMonth(year: number, month: number, weekday: number, n: number) {
  const { from, by } = months(year, month);
  const found =
    n > 0
      ? from.add({ days: ((weekday - from.dayOfWeek + 7) % 7) + 7 * (n - 1) })
      : by.subtract({ days: ((by.dayOfWeek - weekday + 7) % 7) + 7 * (-n - 1) });
  return found.month === from.month && found.year === from.year ? found : undefined;
}

/** Western Easter Sunday, by the anonymous Gregorian computus (Meeus/Jones/Butcher). */
export function easterSunday(year: number): Temporal.PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return new PlainDate(year, Math.floor(n / 31), (n % 31) + 1);
}

export const earlier = (a: Temporal.PlainDate, b: Temporal.PlainDate): boolean => PlainDate.compare(a, b) < 0;
