import { financialQuarter, financialYear, months } from '../calendar.ts';
import {
  as,
  either,
  glued,
  maybe,
  phrase,
  type Recogniser,
  remembered,
  sequence,
  unless,
} from '../grammar/grammar.ts';
import { count, month, ordinal } from '../grammar/names.ts';
import { digits, fullYear, quotedYear, shortYear } from './days.ts';
import { feast } from './feasts.ts';
import { type Moment, onDay, resolve } from './moment.ts';
import { relative } from './relative.ts';
import { seasonal } from './seasons.ts';
import { shortYearAfter, wholeYear, yearAfter } from './years.ts';

type MonthName = { month: number; year?: number; day?: number };

const dayOrYear = (year: number) => (year % 100 > 0 && year % 100 <= 31 ? year % 100 : undefined);

/** What makes two digits after a month a day or an hour and no year; "Nov 24 - Mar 25" are years. */
const noYearBefore = either<unknown>(phrase(':|%|am|pm'), sequence(phrase('-|/'), digits(1, 4)));

/** "04/25", "09/26": no day of a month, no pair of years, and with its nought no share of a whole. */
const monthOfShortYear: Recogniser<MonthName> = as(
  sequence(digits(2, 2), phrase('/'), glued, digits(2, 2), unless(sequence(maybe(glued), phrase('/|%')))),
  ([m, , , { value }]) =>
    m.value >= 1 && m.value <= 12 && value > 12 && value < 50 && value !== m.value + 1
      ? { month: m.value, year: 2000 + value }
      : undefined,
);

/** "Jan-22" and "Apr-15" are months of years, as spreadsheets print them; "April 14" may be a day. */
const monthName: Recogniser<MonthName> = either<MonthName>(
  as(sequence(month, phrase('-'), glued, shortYear), ([m, , , year]) => ({ month: m, year })),
  as(
    sequence(
      month,
      maybe(phrase('of|in|,|-|/|:')),
      fullYear,
      unless(sequence(phrase('/'), glued, digits(2, 2))),
    ),
    ([m, , year]) => ({ month: m, year }),
  ),
  as(sequence(month, quotedYear), ([m, year]) => ({ month: m, year })),
  as(sequence(month, glued, shortYear, unless(noYearBefore)), ([m, , year]) => ({ month: m, year })),
  as(sequence(month, shortYear, unless(noYearBefore)), ([m, year]) => ({
    month: m,
    year,
    day: dayOrYear(year),
  })),
  as(sequence(month, maybe(phrase('of|in|,|(')), yearAfter), ([m, , y]) => ({
    month: m,
    year: m < 4 && y.pair ? y.year + 1 : y.year,
  })),
  as(sequence(digits(1, 2), phrase('/|-'), glued, fullYear), ([m, , , year]) =>
    m.value >= 1 && m.value <= 12 ? { month: m.value, year } : undefined,
  ),
  monthOfShortYear,
  as(sequence(fullYear, maybe(phrase('-|:|,')), month), ([year, , m]) => ({ month: m, year })),
  as(sequence(fullYear, phrase('-'), glued, digits(2, 2), unless(phrase('-'))), ([year, , , m]) =>
    m.value >= 1 && m.value <= 12 && year % 100 !== m.value - 1 ? { month: m.value, year } : undefined,
  ),
  as(month, m => ({ month: m })),
);

/** A plan seldom looks further back or ahead than this many years. */
const HORIZON = 6;

/** "April 14" is April 2014 in a plan of about that year, and elsewhere the 14th. */
const monthOrDay = (m: number, year: number, dayOfMonth: number): Moment => ({
  year,
  plainly: { year, months: [m], in: y => months(y, m) },
  doubt: `the year ${year}, or day ${dayOfMonth} of the month?`,
  in: (y, facts) =>
    Math.abs(y - (facts.documentYear ?? facts.today.year)) <= HORIZON
      ? months(y, m)
      : resolve(onDay(m, dayOfMonth), facts),
});

const monthMoment: Recogniser<Moment> = as(monthName, ({ month: m, year, day }) =>
  day && year ? { ...monthOrDay(m, year, day), months: [m] } : { year, months: [m], in: y => months(y, m) },
);

export const quarterNumber: Recogniser<number> = as(
  either(
    as(sequence(phrase('q|qtr|quarter|quarters'), maybe(phrase('.')), count), ([, , n]) => n),
    as(sequence(maybe(phrase('the')), ordinal, phrase('quarter|qtr')), ([, n]) => n),
    as(sequence(maybe(phrase('the')), phrase('final|last'), phrase('quarter')), () => 4),
  ),
  n => (n >= 1 && n <= 4 ? n : undefined),
);

export const quarterIn = (
  quarter: number,
  year?: { year: number; doubt?: string; pair: boolean },
): Moment => ({
  year: year?.year,
  doubt:
    year && !year.pair
      ? `quarter ${quarter} of the financial year or of the calendar year ${year.year}?`
      : year?.doubt,
  in: (y, facts) => financialQuarter(y, quarter, facts),
});

/** Quarters are of the financial year, as councils count them ("3rd Quarter: October to December"). */
const quarter: Recogniser<Moment> = either(
  as(sequence(quarterNumber, maybe(either(yearAfter, shortYearAfter))), ([q, y]) => quarterIn(q, y)),
  as(sequence(wholeYear, maybe(phrase('-|,|:')), quarterNumber), ([y, , q]) => ({
    ...quarterIn(q),
    year: y.year,
  })),
);

const OF_WHICH_YEAR = 'half of the calendar year, or of the financial year?';
const plainYear = ({ year, in: days }: Moment): boolean =>
  year !== undefined && days(year, { today: new Temporal.PlainDate(year, 1, 1) })?.from.month === 1;

const half: Recogniser<Moment> = as(
  sequence(
    either(
      as(sequence(phrase('h'), glued, count), ([, , n]) => ({ n, short: true })),
      as(phrase('the? latter half|part of?'), () => ({ n: 2, short: false })),
      as(
        sequence(
          maybe(phrase('the')),
          ordinal,
          phrase('half'),
          unless(phrase('-? term|hour')),
          maybe(phrase('of')),
        ),
        ([, n]) => ({ n, short: false }),
      ),
    ),
    maybe(phrase('(|,')),
    maybe(wholeYear),
    maybe(phrase(')')),
  ),
  ([{ n, short }, , y]) =>
    n > 2
      ? undefined
      : {
          year: y?.year,
          doubt: short && y && !y.doubt && plainYear(y) ? OF_WHICH_YEAR : y?.doubt,
          in: (year, facts) => {
            const whole = (y ?? { in: financialYear }).in(year, facts);
            const from = whole?.from.add({ months: 6 * (n - 1) });
            return from && { from, by: from.add({ months: 6 }).subtract({ days: 1 }) };
          },
        },
);

/** A named part of the calendar longer than a day. */
export const stretch: Recogniser<Moment> = remembered(
  either(relative, quarter, half, feast, seasonal, monthMoment, wholeYear),
);
