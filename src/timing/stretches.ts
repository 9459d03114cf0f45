import { easterSunday, financialQuarter, financialYear, months, type Span } from './calendar.ts';
import { digits, fullYear, quotedYear, shortYear } from './days.ts';
import { as, either, glued, maybe, meaning, phrase, type Recogniser, sequence, unless } from './grammar.ts';
import { type Moment, onDay } from './moment.ts';
import { count, month, ordinal, type Season, season } from './names.ts';
import { wholeYear, yearAfter } from './years.ts';

type MonthName = { month: number; year?: number; doubt?: string };

const either14 = (year: number) =>
  year % 100 > 0 && year % 100 <= 31 ? `the year ${year}, or day ${year % 100} of the month?` : undefined;

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
  as(sequence(month, shortYear, unless(phrase('-|/|:|%|am|pm'))), ([m, year]) => ({
    month: m,
    year,
    doubt: either14(year),
  })),
  as(sequence(month, maybe(phrase('of|in|,|(')), yearAfter), ([m, , y]) => ({
    month: m,
    year: m < 4 && y.pair ? y.year + 1 : y.year,
  })),
  as(sequence(digits(1, 2), phrase('/'), glued, fullYear), ([m, , , year]) =>
    m.value >= 1 && m.value <= 12 ? { month: m.value, year } : undefined,
  ),
  as(sequence(fullYear, maybe(phrase('-|:|,')), month), ([year, , m]) => ({ month: m, year })),
  as(sequence(fullYear, phrase('-'), glued, digits(2, 2), unless(phrase('-'))), ([year, , , m]) =>
    m.value >= 1 && m.value <= 12 && year % 100 !== m.value - 1 ? { month: m.value, year } : undefined,
  ),
  as(month, m => ({ month: m })),
);

const monthMoment: Recogniser<Moment> = as(monthName, ({ month: m, year, doubt }) => ({
  year,
  doubt,
  months: [m],
  in: y => months(y, m),
}));

/** Meteorological seasons; winter is named after the year in which it begins. */
const FIRST_MONTH: Record<Season, number> = { spring: 3, summer: 6, autumn: 9, winter: 12 };

const seasonMoment: Recogniser<Moment> = as(
  sequence(maybe(phrase('the')), season, maybe(phrase('season|time|months|nights|period')), maybe(yearAfter)),
  ([, name, , y]) => ({
    year: y?.year,
    months: [FIRST_MONTH[name]],
    in: year => months(year, FIRST_MONTH[name], 3),
  }),
);

/** First month and number of months, as most English authorities set their terms. */
const TERMS: Record<Season, [number, number]> = {
  autumn: [9, 4],
  winter: [9, 4],
  spring: [1, 3],
  summer: [4, 4],
};

const term: Recogniser<Moment> = as(
  sequence(maybe(phrase('the')), season, phrase('term|terms|half'), maybe(yearAfter)),
  ([, name, , y]) => ({
    year: y?.pair && name !== 'autumn' ? y.year + 1 : y?.year,
    doubt: 'which days, by the authority’s own term dates?',
    in: year => months(year, ...TERMS[name]),
  }),
);

const quarterNumber: Recogniser<number> = as(
  either(
    as(sequence(phrase('q|qtr|quarter|quarters'), maybe(phrase('.')), count), ([, , n]) => n),
    as(sequence(maybe(phrase('the')), ordinal, phrase('quarter|qtr')), ([, n]) => n),
    as(sequence(maybe(phrase('the')), phrase('final|last'), phrase('quarter')), () => 4),
  ),
  n => (n >= 1 && n <= 4 ? n : undefined),
);

const quarterIn = (quarter: number, year?: { year: number; doubt?: string; pair: boolean }): Moment => ({
  year: year?.year,
  doubt:
    year && !year.pair
      ? `quarter ${quarter} of the financial year or of the calendar year ${year.year}?`
      : year?.doubt,
  in: (y, facts) => financialQuarter(y, quarter, facts),
});

/** Quarters are of the financial year, as councils count them ("3rd Quarter: October to December"). */
const quarter: Recogniser<Moment> = either(
  as(sequence(quarterNumber, maybe(yearAfter)), ([q, y]) => quarterIn(q, y)),
  as(sequence(wholeYear, maybe(phrase('-|,|:')), quarterNumber), ([y, , q]) => ({
    ...quarterIn(q),
    year: y.year,
  })),
);

const half: Recogniser<Moment> = as(
  sequence(
    either(
      as(sequence(phrase('h'), glued, count), ([, , n]) => n),
      as(sequence(maybe(phrase('the')), ordinal, phrase('half'), maybe(phrase('of'))), ([, n]) => n),
    ),
    maybe(phrase('(|,')),
    maybe(wholeYear),
    maybe(phrase(')')),
  ),
  ([n, , y]) =>
    n > 2
      ? undefined
      : {
          year: y?.year,
          in: (year, facts) => {
            const whole = (y ?? { in: financialYear }).in(year, facts);
            const from = whole?.from.add({ months: 6 * (n - 1) });
            return from && { from, by: from.add({ months: 6 }).subtract({ days: 1 }) };
          },
        },
);

const FEASTS: Record<string, [number, number]> = {
  'christmas day?': [12, 25],
  xmas: [12, 25],
  'christmas eve': [12, 24],
  'boxing day': [12, 26],
  "new year's|years day": [1, 1],
  'the? new year': [1, 1],
  "new year's|years eve": [12, 31],
  "halloween|hallowe'en": [10, 31],
  'bonfire night': [11, 5],
  'bon fire night': [11, 5],
  'guy fawkes night?': [11, 5],
  "st george's day": [4, 23],
  "valentine's day": [2, 14],
  'remembrance|armistice day': [11, 11],
  "international women's day": [3, 8],
  'may day': [5, 1],
};

const around = (from: Temporal.PlainDate, days: number): Span => ({ from, by: from.add({ days }) });
const EASTER: Record<string, (year: number) => Span> = {
  'easter sunday?': year => around(easterSunday(year), 0),
  'easter monday': year => around(easterSunday(year).add({ days: 1 }), 0),
  'good friday': year => around(easterSunday(year).subtract({ days: 2 }), 0),
};

const feast: Recogniser<Moment> = as(
  sequence(
    either(
      as(meaning(FEASTS), ([m, d]) => onDay(m, d)),
      as(meaning(EASTER), (span): Moment => ({ in: span })),
    ),
    unless(phrase('holiday|holidays|break|term|half')),
    maybe(as(sequence(maybe(phrase('period')), yearAfter), ([, y]) => y)),
  ),
  ([moment, , y]) => ({ ...moment, year: y?.year }),
);

/** A named part of the calendar longer than a day. */
export const stretch: Recogniser<Moment> = either(
  quarter,
  half,
  term,
  feast,
  seasonMoment,
  monthMoment,
  wholeYear,
);
