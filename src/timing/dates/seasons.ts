import { months, seasonMonth } from '../calendar.ts';
import { as, either, glued, maybe, phrase, type Recogniser, sequence, unless } from '../grammar/grammar.ts';
import { month, SEASON_MONTH, type Season, season, unit } from '../grammar/names.ts';
import { digits } from './days.ts';
import type { Moment } from './moment.ts';
import { shortYearAfter, yearAfter } from './years.ts';

const TERM_DATES = 'which days, by the authority’s own term dates?';
const holidays = phrase('school? holiday|holidays|hols|break|recess|vacation');
const the = maybe(phrase('the'));

/** "summer holidays", "October half term": the month is known, the days are the authority's. */
const schoolHoliday: Recogniser<Moment> = either(
  as(sequence(the, phrase('summer'), holidays, maybe(yearAfter)), ([, , , y]) => ({
    year: y?.year,
    doubt: TERM_DATES,
    in: year => months(year, 7, 2),
  })),
  as(sequence(the, month, phrase('half term'), maybe(yearAfter)), ([, m, , y]) => ({
    year: y?.year,
    doubt: TERM_DATES,
    in: year => months(year, m),
  })),
);

/** First month and number of months, as most English authorities set their terms. */
const TERMS: Record<Season, [number, number]> = {
  autumn: [9, 4],
  winter: [9, 4],
  spring: [1, 3],
  summer: [4, 4],
};

/** Which half of a term, as schools number them ("Autumn 2"). */
const halfNumber: Recogniser<number> = as(
  sequence(
    digits(1, 1),
    unless(sequence(glued, phrase('-|/|.|st|nd|rd|th'))),
    unless(either<unknown>(month, unit)),
  ),
  ([{ value }]) => (value === 1 || value === 2 ? value : undefined),
);
const ofTerm = phrase('half? term|terms');

/** The whole term, or the months that one half of it touches. */
function termDays(name: Season, half: number | undefined, year: number) {
  const [first, length] = TERMS[name];
  const most = Math.ceil(length / 2);
  return half ? months(year, half === 1 ? first : first + length - most, most) : months(year, first, length);
}

const term: Recogniser<Moment> = as(
  sequence(
    the,
    season,
    either(
      as(sequence(ofTerm, maybe(halfNumber)), ([, half]) => ({ half })),
      as(halfNumber, half => ({ half })),
    ),
    maybe(yearAfter),
  ),
  ([, name, { half }, y]) => ({
    year: y?.pair && name !== 'autumn' ? y.year + 1 : y?.year,
    doubt: TERM_DATES,
    in: year => termDays(name, half, year),
  }),
);

const meteorological: Recogniser<Moment> = as(
  sequence(
    the,
    season,
    unless(holidays),
    maybe(phrase('season|time|months|nights|period')),
    maybe(either(yearAfter, shortYearAfter)),
  ),
  ([, name, , , y]) => ({
    year: y?.pair && name === 'spring' ? y.year + 1 : y?.year,
    months: [SEASON_MONTH[name]],
    season: name,
    in: (year, facts) => {
      const first = seasonMonth(name, facts);
      return months(y?.pair && name === 'winter' && first < 6 ? year + 1 : year, first, 3);
    },
  }),
);

/** Seasons, school terms and school holidays. */
export const seasonal: Recogniser<Moment> = either(schoolHoliday, term, meteorological);
