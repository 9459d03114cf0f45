/** Days of a year as anybody reckons them with a wall calendar beside them; nothing of the product stands in here. */
type Day = Temporal.PlainDate;

const day = (text: string): Day => Temporal.PlainDate.from(text);
export const { compare } = Temporal.PlainDate;
export const isBefore = (one: string, other: string): boolean => one < other;

/** Of England and Wales from spring 2015 to spring 2021, as far as the tests live through them. */
const BANK_HOLIDAYS = new Set(
  [
    '2015-04-03 2015-04-06 2015-05-04 2015-05-25 2015-08-31 2015-12-25 2015-12-28 2016-01-01 2016-03-25 2016-03-28',
    '2016-05-02 2016-05-30 2020-04-10 2020-04-13 2020-05-08 2020-05-25 2020-08-31 2020-12-25 2020-12-28 2021-01-01',
    '2021-04-02 2021-04-05 2021-05-03',
  ].flatMap(row => row.split(' ')),
);

export const isWorked = (text: string): boolean => day(text).dayOfWeek < 6 && !BANK_HOLIDAYS.has(text);

/** Every day from one to another, both among them. */
export function daysFrom(from: string, until: string): string[] {
  const all = [];
  for (let one = day(from); compare(one, until) <= 0; one = one.add({ days: 1 })) all.push(one.toString());
  return all;
}

export const worked = (from: string, until: string): string[] => daysFrom(from, until).filter(isWorked);
export const sundays = (from: string, until: string): string[] =>
  daysFrom(from, until).filter(one => day(one).dayOfWeek === 7);
/** The last days of every so many months of a financial year that begins in April. */
export const monthEnds = (from: string, until: string, months: number): string[] =>
  daysFrom(from, until).filter(one => {
    const { month, daysInMonth } = day(one);
    return day(one).day === daysInMonth && ((month + 8) % 12) % months === months - 1;
  });

/** So many working days further on, or back. */
export function workedAfter(from: string, many: number): string {
  let at = day(from);
  for (let left = Math.abs(many); left > 0; ) {
    at = at.add({ days: Math.sign(many) });
    if (isWorked(at.toString())) left--;
  }
  return at.toString();
}

/** The day itself, or the last one worked before it. */
export function workedUpTo(text: string): string {
  return isWorked(text) ? text : workedAfter(text, -1);
}

export const sundayOf = (text: string): string =>
  day(text)
    .add({ days: 7 - day(text).dayOfWeek })
    .toString();
export const weekOf = (text: string): number => day(text).weekOfYear!;
