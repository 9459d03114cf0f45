import { easterSunday, weekdayOfMonth } from '../calendar.ts';
import { DIVISIONS, type Division } from './division.ts';

type Rule = { name: string; divisions: readonly Division[]; on: (year: number) => Temporal.PlainDate };

const SOUTH: Division[] = ['england-and-wales', 'northern-ireland'];
const SCOTLAND: Division[] = ['scotland'];
const IRELAND: Division[] = ['northern-ireland'];

const date = (month: number, day: number) => (year: number) => new Temporal.PlainDate(year, month, day);
const easter = (days: number) => (year: number) => easterSunday(year).add({ days });
const monday = (month: number, n: number) => (year: number) => weekdayOfMonth(year, month, 1, n)!;

/**
 * Banking and Financial Dealings Act 1971, schedule 1; the days that have been proclaimed each year since 1978 (early
 * May and New Year's Day; in Scotland, late May and Boxing Day); St Andrew's Day Bank Holiday (Scotland) Act 2007.
 */
const RULES: Rule[] = [
  { name: 'New Year’s Day', divisions: DIVISIONS, on: date(1, 1) },
  { name: '2nd January', divisions: SCOTLAND, on: date(1, 2) },
  { name: 'St Patrick’s Day', divisions: IRELAND, on: date(3, 17) },
  { name: 'Good Friday', divisions: DIVISIONS, on: easter(-2) },
  { name: 'Easter Monday', divisions: SOUTH, on: easter(1) },
  { name: 'Early May bank holiday', divisions: DIVISIONS, on: monday(5, 1) },
  { name: 'Spring bank holiday', divisions: DIVISIONS, on: monday(5, -1) },
  { name: 'Battle of the Boyne (Orangemen’s Day)', divisions: IRELAND, on: date(7, 12) },
  { name: 'Summer bank holiday', divisions: SCOTLAND, on: monday(8, 1) },
  { name: 'Summer bank holiday', divisions: SOUTH, on: monday(8, -1) },
  { name: 'St Andrew’s Day', divisions: SCOTLAND, on: date(11, 30) },
  { name: 'Christmas Day', divisions: DIVISIONS, on: date(12, 25) },
  { name: 'Boxing Day', divisions: DIVISIONS, on: date(12, 26) },
];

export const SUBSTITUTE = ' (substitute day)';

/**
 * The bank holidays of a year as the rules have them, each ISO day with its name; days that are moved or added by
 * proclamation are not among them. What falls on a weekend is kept on the next weekday that is no holiday itself.
 */
export function holidaysByRule(year: number, division: Division): Map<string, string> {
  const kept = RULES.filter(({ divisions }) => divisions.includes(division)).map(({ name, on }) => ({
    name,
    day: on(year),
  }));
  const found = new Map<string, string>();
  for (const { name, day } of kept) if (!isWeekend(day)) found.set(day.toString(), name);
  for (const { name, day } of kept)
    if (isWeekend(day)) found.set(substituteFor(day, found).toString(), name + SUBSTITUTE);
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

export const isWeekend = (day: Temporal.PlainDate): boolean => day.dayOfWeek > 5;

function substituteFor(day: Temporal.PlainDate, taken: Map<string, string>): Temporal.PlainDate {
  const next = day.add({ days: 1 });
  return isWeekend(next) || taken.has(next.toString()) ? substituteFor(next, taken) : next;
}
