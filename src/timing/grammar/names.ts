import {
  as,
  beginning,
  either,
  glued,
  meaning,
  phrase,
  type Recogniser,
  sequence,
  token,
} from './grammar.ts';
import type { Token } from './tokens.ts';

const MONTHS = [
  'january|jan',
  'february|feb',
  'march|mar',
  'april|apr',
  'may',
  'june|jun',
  'july|jul',
  'august|aug',
  'september|sept|sep',
  'october|oct',
  'november|nov',
  'december|dec',
];

const WEEKDAYS = [
  'monday|mondays|mon',
  'tuesday|tuesdays|tues|tue',
  'wednesday|wednesdays|weds|wed',
  'thursday|thursdays|thurs|thur|thu',
  'friday|fridays|fri',
  'saturday|saturdays|sat',
  'sunday|sundays|sun',
];

const UNITS = [
  'minute|minutes|min|mins',
  'hour|hours|hr|hrs|h',
  'day|days',
  'week|weeks|wk|wks',
  'fortnight|fortnights',
  'month|months|mth|mths',
  'quarter|quarters|qtr|qtrs',
  'year|years|yr|yrs|annum',
];

export const UNIT_NAMES = ['minute', 'hour', 'day', 'week', 'fortnight', 'month', 'quarter', 'year'] as const;
export type Unit = (typeof UNIT_NAMES)[number];
export type Season = 'spring' | 'summer' | 'autumn' | 'winter';

/** From each spelling to the place of its name, the first being 0. */
const places = (names: string[]): Map<string, number> =>
  new Map(names.flatMap((name, index) => name.split('|').map(word => [word, index] as const)));

const stop = phrase('.');

/** An abbreviation's full stop belongs to it where more follows without a capital ("Sept. 2025"). */
const withStop = <T>(name: Recogniser<T>): Recogniser<T> =>
  beginning(name, (tokens, at) => {
    const found = name(tokens, at);
    const short = found && found.end === at + 1 && (tokens[at]?.text.length ?? 9) <= 5;
    const next = tokens[(found?.end ?? at) + 1];
    return short && stop(tokens, found.end) && (next?.kind === 'number' || /^[/,-]$/.test(next?.word ?? ''))
      ? { ...found, end: found.end + 1 }
      : found;
  });

const number = (at: Token | undefined) => at?.kind === 'number';

/** Words that are months or weekdays only when written or used as one. */
const DOUBTFUL = new Set(['may', 'march', 'mar', 'jan', 'sat', 'sun', 'mon', 'wed']);
const VERB_FOLLOWS = new Set(
  'be need require not also change vary include have take use wish contact differ involve well'.split(' '),
);

const named = (names: Map<string, number>): Recogniser<number> =>
  beginning(
    token(t => names.has(t.word)),
    (tokens, at) => {
      const here = tokens[at];
      const index = here && names.get(here.word);
      if (!here || index === undefined) return undefined;
      const used = here.capital || number(tokens[at - 1]) || number(tokens[at + 1]);
      if (DOUBTFUL.has(here.word) && (!used || VERB_FOLLOWS.has(tokens[at + 1]?.word ?? '')))
        return undefined;
      return { value: index + 1, end: at + 1 };
    },
  );

/** 1 for January. */
export const month = withStop(named(places(MONTHS)));
/** 1 for Monday. */
export const weekday = withStop(named(places(WEEKDAYS)));
const UNIT_PLACES = places(UNITS);
export const unit: Recogniser<Unit> = as(
  token(t => UNIT_PLACES.has(t.word)),
  t => UNIT_NAMES[UNIT_PLACES.get(t.word) ?? 0],
);

export const season: Recogniser<Season> = meaning({
  spring: 'spring',
  'summer|summertime': 'summer',
  'autumn|fall': 'autumn',
  'winter|wintertime': 'winter',
});

const COUNTED =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const ORDERED =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');

const digits: Recogniser<number> = as(
  token(t => t.kind === 'number' && t.text.length <= 4),
  t => Number(t.text),
);
const spelled = (names: string[]): Recogniser<number> => {
  const values = places(names);
  return as(
    token(t => (values.get(t.word) ?? 0) > 0),
    t => values.get(t.word),
  );
};

const TENS: Record<string, number> = { thirty: 30, forty: 40, fifty: 50, sixty: 60, ninety: 90 };

/** 2, "two", "a couple of". */
export const count: Recogniser<number> = either(
  digits,
  spelled(COUNTED),
  as(
    token(t => Object.hasOwn(TENS, t.word)),
    t => TENS[t.word],
  ),
  as(phrase('a? couple of?'), () => 2),
);

const LY: Record<string, Unit> = {
  hourly: 'hour',
  daily: 'day',
  weekly: 'week',
  fortnightly: 'fortnight',
  monthly: 'month',
  quarterly: 'quarter',
  yearly: 'year',
  annually: 'year',
  annual: 'year',
  wkly: 'week',
  mthly: 'month',
  qtrly: 'quarter',
  qrtly: 'quarter',
};

/** "weekly" for a week. */
export const unitAdverb: Recogniser<Unit> = as(
  token(t => Object.hasOwn(LY, t.word)),
  t => LY[t.word],
);

/** First month of each meteorological season; winter is named after the year in which it begins. */
export const SEASON_MONTH: Record<Season, number> = { spring: 3, summer: 6, autumn: 9, winter: 12 };

/** "1st", "first", "2nd", "second". */
export const ordinal: Recogniser<number> = either(
  as(sequence(digits, glued, phrase('st|nd|rd|th')), ([n]) => n),
  spelled(ORDERED),
);

/** As `ordinal`, and -1 for "last". */
export const position: Recogniser<number> = either(
  as(phrase('last|final'), () => -1),
  as(phrase('penultimate', 'last but one', 'second last', 'second to last'), () => -2),
  ordinal,
);
