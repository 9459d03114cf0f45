import { day, shortDay } from '../../../language/words.ts';

type Day = Temporal.PlainDate;

/** A stretch of days with both its ends, under the name that people choose it by. */
export type Period = { text: string; from: Day; by: Day };

/** When the financial year of an organisation begins. */
type YearStart = { month: number; day: number };

/** This week and the twelve before it, up to today. */
export const lastWeeks = (today: Day): Period => ({
  text: 'Last 13 weeks',
  from: today.subtract({ days: today.dayOfWeek - 1, weeks: 12 }),
  by: today,
});

/** What figures are asked for by, besides days of one's own: the last weeks, the financial years, their quarters. */
export function periodsToChoose(today: Day, start: YearStart): Period[] {
  const year = yearBegin(today, start);
  const quarter = year.add({
    months: 3 * Math.floor(year.until(today, { largestUnit: 'months' }).months / 3),
  });
  return [
    lastWeeks(today),
    stretch('This quarter', quarter, { months: 3 }),
    stretch('Last quarter', quarter.subtract({ months: 3 }), { months: 3 }),
    stretch('This financial year', year, { years: 1 }),
    stretch('Last financial year', year.subtract({ years: 1 }), { years: 1 }),
  ];
}

function yearBegin(today: Day, { month, day }: YearStart): Day {
  const begin = Temporal.PlainDate.from({ year: today.year, month, day });
  return Temporal.PlainDate.compare(begin, today) > 0 ? begin.subtract({ years: 1 }) : begin;
}

const stretch = (text: string, from: Day, length: Temporal.DurationLike): Period => ({
  text,
  from,
  by: from.add(length).subtract({ days: 1 }),
});

/** "1 April 2025 to 31 March 2026". */
export const periodInWords = ({ from, by }: Pick<Period, 'from' | 'by'>): string =>
  `${from.year === by.year ? shortDay(from) : day(from)} to ${day(by)}`;
