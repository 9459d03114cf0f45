import { calendarYear, financialYear, months } from '../calendar.ts';
import { as, either, glued, maybe, phrase, type Recogniser, sequence, unless } from '../grammar/grammar.ts';
import { month } from '../grammar/names.ts';
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

const financial = phrase('fy', 'f / y', 'the? financial|municipal|fiscal|council|civic|budget year');

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

const theYear = phrase('the|this|current? financial|fiscal|budget year', 'fy');
const MUNICIPAL = 'from April to March, or from the annual meeting in May?';
const municipalYear = phrase('the|this|current? municipal|council|civic year');

/** "2026/27", "the financial year", "2026", "the academic year". */
export const wholeYear: Recogniser<Moment> = either(
  academic,
  as(yearName, y => (y.pair ? financialMoment(y) : calendarMoment(y.year))),
  as(theYear, () => financialMoment({})),
  as(sequence(municipalYear, unless(month)), () => financialMoment({ doubt: MUNICIPAL })),
  as(sequence(phrase('the|this? calendar year'), maybe(fullYear)), ([, year]) => calendarMoment(year)),
);
