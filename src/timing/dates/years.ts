import { calendarYear, financialYear, months } from '../calendar.ts';
import { as, either, glued, maybe, phrase, type Recogniser, sequence, unless } from '../grammar/grammar.ts';
import { month, unit } from '../grammar/names.ts';
import { digits, fullYear, quotedYear, shortYear } from './days.ts';
import type { Moment } from './moment.ts';

/** A year as printed: `pair` for "2025/26", which begins in its first. */
export type YearName = { year: number; pair: boolean; doubt?: string };

const pairOf = (first: number, second: number): YearName | undefined => {
  const last = second < 100 ? Math.floor((first + 1) / 100) * 100 + second : second;
  return last === first + 1 ? { year: first, pair: true } : undefined;
};

const twoDigits: Recogniser<number> = as(digits(2, 2), n => n.value);
const single = (year: number): YearName => ({ year, pair: false });
const notMoreDigits = unless(sequence(phrase('-|/'), glued, digits(1, 2)));

const numbers: Recogniser<YearName> = either(
  as(sequence(fullYear, phrase('/|-'), either(fullYear, twoDigits)), ([a, , b]) => pairOf(a, b)),
  as(sequence(shortYear, phrase('/'), glued, shortYear), ([a, , , b]) => pairOf(a, b)),
  as(sequence(fullYear, notMoreDigits), ([year]) => single(year)),
);

const dashedPair: Recogniser<YearName> = as(
  sequence(shortYear, phrase('-'), glued, shortYear),
  ([a, , , b]) => pairOf(a, b),
);

const financial = phrase('fy', 'f / y', 'the? financial|fin|municipal|fiscal|council|civic|budget year');

const namedFinancial: Recogniser<YearName> = as(
  sequence(financial, maybe(phrase('of|(|:|-')), either(dashedPair, numbers, as(shortYear, single))),
  ([, , y]) =>
    y.pair
      ? y
      : {
          year: y.year - 1,
          pair: true,
          doubt: `the financial year that begins or the one that ends in ${y.year}?`,
        },
);

export const yearName: Recogniser<YearName> = either(namedFinancial, numbers);

/** "2025/26", "of 2025/26", "(24/25)", "'26" after the name of a part of the year. */
export const yearAfter: Recogniser<YearName> = as(
  sequence(
    maybe(phrase('of|in|(|,|-|/', 'of|in the? calendar|year')),
    either(yearName, as(quotedYear, single)),
    maybe(phrase(')')),
  ),
  ([, y]) => y,
);

/** Two figures are a year after a name that no day can follow ("Summer 25"), unless they belong to what comes behind. */
export const shortYearAfter: Recogniser<YearName> = as(
  sequence(
    shortYear,
    unless(either<unknown>(phrase('%|:'), sequence(glued, phrase('-|/|.|st|nd|rd|th|am|pm')), unit, month)),
  ),
  ([year]) => (year > 2014 && year < 2050 ? single(year) : undefined),
);

/** A year that ends in March, unless the words say otherwise. */
export const financialMoment = (name: Partial<YearName>): Moment => ({
  year: name.year,
  whole: true,
  doubt: name.doubt,
  in: (y, facts) => financialYear(y, facts),
});

const calendarMoment = (year?: number): Moment => ({ year, whole: true, in: y => calendarYear(y) });

const academic: Recogniser<Moment> = as(
  sequence(phrase('the? academic|school year'), maybe(yearAfter)),
  ([, y]) => ({ year: y?.year, whole: true, in: year => months(year, 9, 12) }),
);

const theYear = phrase('the|this|current? financial|fin|fiscal|budget year', 'fy');
const MUNICIPAL = 'from April to March, or from the annual meeting in May?';
const municipalYear = phrase('the|this|current? municipal|council|civic year');

/** "2025/6", which a month cannot look like unless it is the next year's last figure. */
const shortPair: Recogniser<Moment> = as(
  sequence(fullYear, phrase('/'), glued, digits(1, 1), unless(sequence(glued, phrase('/|-|.')))),
  ([year, , , { value }]) =>
    value === (year + 1) % 10
      ? financialMoment({ year, doubt: `the year ${year}/${value}, or month ${value} of ${year}?` })
      : undefined,
);

const MOST_YEARS = 20;
const WHICH_YEARS = 'calendar years, or financial years?';

/** "2025-28": what could be a month of the year is left to be one. */
const severalYears: Recogniser<Moment> = as(
  sequence(fullYear, phrase('-|/'), glued, twoDigits, unless(sequence(glued, phrase('-|/')))),
  ([year, , , second]) => {
    const last = Math.floor(year / 100) * 100 + second;
    return second > 12 && last > year + 1 && last <= year + MOST_YEARS
      ? { year, doubt: WHICH_YEARS, in: from => months(from, 1, 12 * (last - year + 1)) }
      : undefined;
  },
);

/** "2026/27", "the financial year", "2026", "the academic year". */
export const wholeYear: Recogniser<Moment> = either(
  academic,
  shortPair,
  severalYears,
  as(yearName, y => (y.pair ? financialMoment(y) : calendarMoment(y.year))),
  as(theYear, () => financialMoment({})),
  as(sequence(municipalYear, unless(month)), () => financialMoment({ doubt: MUNICIPAL })),
  as(sequence(phrase('the|this? calendar year'), maybe(fullYear)), ([, year]) => calendarMoment(year)),
);
