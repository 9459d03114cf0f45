import type { Recurring, Rule } from '../drafts/draft.ts';
import {
  as,
  either,
  maybe,
  meaning,
  phrase,
  type Recogniser,
  sequence,
  token,
  unless,
} from '../grammar/grammar.ts';
import { count, month, ordinal, type Unit, unit, unitAdverb, weekday } from '../grammar/names.ts';

export const byRule = (rule: Rule, doubt?: string): Recurring => ({ kind: 'recurring', rule, doubt });
export const byCount = (times: number, per: string, doubt?: string): Recurring => ({
  kind: 'recurring',
  often: { times, per },
  doubt,
});

/** Every so many of a unit. */
export function everyUnit(n: number, name: Unit): Rule {
  const rules: Record<Unit, Rule> = {
    minute: { freq: 'MINUTELY', interval: n },
    hour: { freq: 'HOURLY', interval: n },
    day: { freq: 'DAILY', interval: n },
    week: { freq: 'WEEKLY', interval: n },
    fortnight: { freq: 'WEEKLY', interval: 2 * n },
    month: { freq: 'MONTHLY', interval: n },
    quarter: { freq: 'MONTHLY', interval: 3 * n },
    year: { freq: 'YEARLY', interval: n },
  };
  return rules[name];
}

const timesIn = (times: number, per: Unit): Recurring =>
  times === 1 ? byRule(everyUnit(1, per)) : byCount(times, per);

const halfYears: Rule = { freq: 'MONTHLY', interval: 6 };

const YEARLY_DOUBT = 'twice a year or every two years?';
const twice = (unitName: string) => `every two ${unitName}s or twice a ${unitName}?`;
const thrice = (unitName: string) => `every three ${unitName}s or three times a ${unitName}?`;

/** A word that has two meanings; what stands beside it may say which. */
const twoWays = (rule: Rule, doubt: string): Recurring => ({ ...byRule(rule, doubt), ambiguous: true });

const adverb: Recogniser<Recurring> = either(
  meaning({
    nightly: byRule({ freq: 'DAILY' }),
    'half hourly': byRule({ freq: 'MINUTELY', interval: 30 }),
    'semi monthly': byCount(2, 'month'),
    'semi weekly': byCount(2, 'week'),
    'tri weekly': twoWays({ freq: 'WEEKLY', interval: 3 }, thrice('week')),
    'tri monthly': twoWays({ freq: 'MONTHLY', interval: 3 }, thrice('month')),
    'tri annual|annually|yearly': byCount(3, 'year', thrice('year')),
    'triannual|triannually': byCount(3, 'year', thrice('year')),
    'half yearly|annually|annual': byRule(halfYears),
    'semi annual|annually': byRule(halfYears),
    semiannually: byRule(halfYears),
    'bi annual|annually|yearly': twoWays(halfYears, YEARLY_DOUBT),
    'biannual|biannually|biyearly': twoWays(halfYears, YEARLY_DOUBT),
    'biennial|biennially': byRule({ freq: 'YEARLY', interval: 2 }),
    'triennial|triennially': byRule({ freq: 'YEARLY', interval: 3 }),
    'quadrennial|quadrennially': byRule({ freq: 'YEARLY', interval: 4 }),
    'quinquennial|quinquennially': byRule({ freq: 'YEARLY', interval: 5 }),
    'decennial|decennially': byRule({ freq: 'YEARLY', interval: 10 }),
    'bi monthly': twoWays({ freq: 'MONTHLY', interval: 2 }, twice('month')),
    bimonthly: twoWays({ freq: 'MONTHLY', interval: 2 }, twice('month')),
    'bi weekly': twoWays({ freq: 'WEEKLY', interval: 2 }, twice('week')),
    biweekly: twoWays({ freq: 'WEEKLY', interval: 2 }, twice('week')),
    'termly|termy': byCount(1, 'term'),
    'half termly': byCount(1, 'half term'),
    'every|each morning|afternoon|evening|night': byRule({ freq: 'DAILY' }),
  }),
  as(sequence(maybe(phrase('at|in|with|for? each|every')), unitAdverb), ([, name]) =>
    byRule(everyUnit(1, name)),
  ),
);

/** "8-weekly", "4-6 weekly", "six monthly", "twice yearly", "thrice-weekly". */
const counted: Recogniser<Recurring> = either(
  as(sequence(count, phrase('-|to|or'), count, maybe(phrase('-')), unitAdverb), ([least, , most, , name]) =>
    least < most ? spaced({ least, most }, name) : undefined,
  ),
  as(sequence(count, maybe(phrase('-')), unitAdverb), ([n, , name]) => spaced({ least: n, most: n }, name)),
  as(
    sequence(
      either(
        meaning({ twice: 2, thrice: 3, once: 1 }),
        as(sequence(count, phrase('times|x|×')), ([n]) => n),
      ),
      maybe(phrase('-')),
      unitAdverb,
    ),
    ([n, , name]) => timesIn(n, name),
  ),
);

const LINKING =
  /^(am|pm|noon|pw|pcm|a|an|per|each|every|in|before|after|prior|of|to|or|times|working|calendar|pa)$/;
const plainWord = token(t => t.kind === 'word' && t.word.length > 1 && !LINKING.test(t.word));
const noun = as(sequence(unless(either<unknown>(month, weekday, unit)), plainWord), ([, t]) => t);
const nouns = maybe(sequence(noun, maybe(sequence(maybe(phrase('/')), noun)), maybe(noun)));

const times: Recogniser<number> = either(
  meaning({ once: 1, twice: 2, thrice: 3 }),
  as(sequence(count, phrase('-|to|or'), count, maybe(phrase('x|times|time|×')), nouns), ([, , most]) => most),
  as(sequence(count, maybe(phrase('x|times|time|×')), nouns), ([n]) => n),
);

const per = phrase('a|an|per|each|every', '/', 'in a|an|the|each|every|any', 'during each|every|a');
const term: Recogniser<string> = either(
  as(phrase('half term'), () => 'half term'),
  as(phrase('school|academic? term'), () => 'term'),
);

const abbreviated = meaning<Unit>({ 'p / w': 'week', pw: 'week', 'p / m': 'month', pcm: 'month' });

const DAYS_IN: Partial<Record<Unit, number>> = { week: 7, fortnight: 14, month: 31, quarter: 92, year: 364 };

/** "three days a week"; seven of them are every day. */
function daysIn(n: number, name: Unit): Recurring | undefined {
  const most = DAYS_IN[name];
  if (most === undefined || n < 1 || n > most) return undefined;
  return name === 'week' && n === 7 ? byRule({ freq: 'DAILY' }) : timesIn(n, name);
}

/** "twice a month", "2 x per year", "3 issues a year", "once each quarter", "per annum". */
const timesPer: Recogniser<Recurring> = either(
  as(sequence(times, per, term), ([n, , name]) => byCount(n, name)),
  as(
    sequence(times, per, maybe(phrase('calendar|financial|municipal|academic|school|working')), unit),
    ([n, , , name]) => (n >= 1 && n <= 366 ? timesIn(n, name) : undefined),
  ),
  as(sequence(count, phrase('day|days'), per, maybe(phrase('calendar|working')), unit), ([n, , , , name]) =>
    daysIn(n, name),
  ),
  as(sequence(times, phrase('per annum', 'p . a .?', 'p / a', 'pa')), ([n]) => timesIn(n, 'year')),
  as(phrase('per annum', 'p . a .', 'pa'), () => byRule(everyUnit(1, 'year'))),
  as(sequence(phrase('per'), unit), ([, name]) => byRule(everyUnit(1, name))),
  as(sequence(times, abbreviated), ([n, name]) => timesIn(n, name)),
  as(sequence(count, phrase('x|×'), unit), ([n, , name]) => timesIn(n, name)),
);

/** A longer step is a slip or a number of something else. */
const LONGEST = 100;

type Interval = { least: number; most: number };
const exactly = (n: number): Interval => ({ least: n, most: n });

const interval: Recogniser<Interval> = either(
  as(sequence(count, phrase('-|to|or'), count), ([least, , most]) =>
    least < most ? { least, most } : undefined,
  ),
  as(phrase('other|second|alternate'), () => exactly(2)),
  as(sequence(unless(phrase('first')), ordinal), ([, n]) => exactly(n)),
  as(count, exactly),
);

const spaced = ({ least, most }: Interval, name: Unit): Recurring | undefined =>
  most < 1 || most > LONGEST
    ? undefined
    : byRule(
        everyUnit(most, name),
        least < most
          ? `every ${least} to ${most} ${name}s: taken as every ${most}, when it is overdue`
          : undefined,
      );

const every = phrase(
  'every|each',
  'each and every',
  'on|in|during every|each',
  'at|by? the? start|beginning|end of every|each',
  'per',
);

/** "each quarter's newsletter". */
const unitsOwn = meaning<Unit>({
  "week's": 'week',
  "month's": 'month',
  "quarter's": 'quarter',
  "year's": 'year',
});

/** "each Q", and not "each Q4". */
const someQuarter: Recogniser<Unit> = as(sequence(phrase('q'), unless(count)), () => 'quarter' as const);

/** "every quarter", "every other week", "every 6-8 weeks", "alternate months", "each term". */
const spacedOut: Recogniser<Recurring> = either(
  as(
    sequence(phrase('once|one|1? in? every|each'), interval, maybe(phrase('calendar|working')), unit),
    ([, each, , name]) => spaced(each, name),
  ),
  as(
    sequence(
      maybe(phrase('at')),
      interval,
      maybe(phrase('-')),
      either(unit, unitAdverb),
      maybe(phrase("'")),
      phrase('intervals|interval|cycle|cycles|basis|rotation'),
    ),
    ([, each, , name]) => spaced(each, name),
  ),
  as(sequence(phrase('alternate|alternating'), unit), ([, name]) => byRule(everyUnit(2, name))),
  as(sequence(every, term), ([, name]) => byCount(1, name)),
  as(sequence(every, unitsOwn), ([, name]) => byRule(everyUnit(1, name))),
  as(
    sequence(
      every,
      maybe(phrase('financial|calendar|academic|municipal|working|single')),
      either(unit, someQuarter),
      unless(phrase('before|after|prior')),
    ),
    ([, , name]) => byRule(everyUnit(1, name)),
  ),
);

/** How often, without saying on which days. */
export const frequency: Recogniser<Recurring> = either(spacedOut, timesPer, counted, adverb);
