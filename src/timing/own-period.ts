import { calendarYear, financialYear, months, type Span } from './calendar.ts';
import type { YearFacts } from './schedule.ts';

/** As exact as it is printed: "2025", "2025-04", "2025-04-08"; either end may be unknown. */
export type PeriodNamed = { from: string | null; to: string | null };

/**
 * The days of a period that a document names. One from a bare year to a later one ("2020-2021", "2020/21") is meant as public
 * bodies count: with the financial year, from April to March where the organisation has none of its own. A single year is a
 * calendar year, and months and days say themselves what they are.
 */
export function daysOfPeriod({ from, to }: PeriodNamed, year: YearFacts = {}): Partial<Span> {
  const [first, last] = [namedSpan(from), namedSpan(to)];
  if (first?.bare && last?.bare && last.year > first.year && startsWithin(year))
    return { from: financialYear(first.year, year).from, by: financialYear(last.year - 1, year).by };
  return { ...(first && { from: first.from }), ...(last && { by: last.by }) };
}

/** Where a body's year is the calendar year, "2020-2021" can only be two of them. */
const startsWithin = ({ financialYearStart: start }: YearFacts): boolean =>
  !start || start.month > 1 || start.day > 1;

/** The calendar's own days of a year, a month or a day. */
function namedSpan(named: string | null): (Span & { year: number; bare: boolean }) | undefined {
  if (!named || !/^\d{4}(-\d\d){0,2}$/.test(named)) return undefined;
  const [year = 0, month, dayOfMonth] = named.split('-').map(Number);
  if (!month) return { ...calendarYear(year), year, bare: true };
  if (!dayOfMonth) return { ...months(year, month), year, bare: false };
  const day = Temporal.PlainDate.from({ year, month, day: dayOfMonth });
  return { from: day, by: day, year, bare: false };
}
