import { financialQuarter, financialYear, type Span } from '../../../../timing/calendar.ts';
import type { YearFacts } from '../../../../timing/schedule.ts';
import type { PlacedEntry } from '../../queries/entries.ts';
import { daysInWords } from '../../rules/entry-words.ts';

const { PlainDate } = Temporal;

/** The financial year that a day is in, by the calendar year in which it begins. */
export const yearOf = (day: Temporal.PlainDate, facts: YearFacts): number =>
  PlainDate.compare(day, financialYear(day.year, facts).from) < 0 ? day.year - 1 : day.year;

/** "2026 to 2027"; "2026" where it is the calendar's own year. */
export function yearInWords(year: number, facts: YearFacts): string {
  const { by } = financialYear(year, facts);
  return by.year === year ? `${year}` : `${year} to ${by.year}`;
}

export type Quarter = { number: number; words: string; entries: PlacedEntry[] };

/** The entries of a financial year under its quarters, the empty ones among them, as the organisation counts. */
export function quartersOf(
  year: number,
  entries: PlacedEntry[],
  facts: { today: Temporal.PlainDate } & YearFacts,
): Quarter[] {
  return [1, 2, 3, 4].map(number => {
    const span = financialQuarter(year, number, facts);
    return {
      number,
      words: daysInWords(span),
      entries: entries.filter(({ from }) => isIn(from, span)),
    };
  });
}

const isIn = (day: Temporal.PlainDate, { from, by }: Span): boolean =>
  PlainDate.compare(from, day) <= 0 && PlainDate.compare(day, by) <= 0;
