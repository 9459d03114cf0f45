import { type Recurring, type Rule, weekdayCode } from '../drafts/draft.ts';
import {
  as,
  either,
  list,
  maybe,
  phrase,
  type Recogniser,
  sequence,
  token,
  unless,
} from '../grammar/grammar.ts';
import { count, month, ordinal, position, weekday } from '../grammar/names.ts';
import { byCount, byRule } from './frequency.ts';
import { conjunction, WORKING_DAYS } from './weekdays.ts';

const ofMonth = phrase(
  'of|in the|every|each? month',
  'of|in the every|each month',
  'of|in every|each calendar month',
  'every|each month?',
  'monthly',
  'a|per month',
);
const ofQuarter = phrase('of|in every|each|the quarter', 'every|each quarter', 'quarterly');
/** In the months in which quarters begin and end, where the financial year does in April. */
const inQuarter = (n: number, on: Pick<Rule, 'byDay' | 'byMonthDay'>): Recurring => ({
  ...byRule({ freq: 'YEARLY', byMonth: n < 0 ? [3, 6, 9, 12] : [1, 4, 7, 10], ...on }),
  quarters: true,
});
const by = maybe(phrase('on|by', 'on|by the', 'the'));
const dayOfMonth: Recogniser<number> = as(ordinal, n => (n >= 1 && n <= 31 ? n : undefined));
const workingDay = phrase('working|business|week day');
const months = list(month, conjunction);
const ofMonths = sequence(phrase('of|in each|every?', 'each|every'), months);
const on = maybe(phrase('on? the|every|each?'));

const year = sequence(
  maybe(phrase(',')),
  token(t => /^(19|20)\d\d$/.test(t.word)),
);

const everyFew: Recogniser<number> = either(
  as(phrase('of|in every|each other|second|alternate month', 'of|in alternate|alternating months'), () => 2),
  as(sequence(phrase('of|in every'), count, phrase('months')), ([, n]) => (n > 1 && n <= 12 ? n : undefined)),
);

/** A place that some month has: a rule for any other has no day, however long one looks. */
const nth = (most: number): Recogniser<number> =>
  as(position, n => (n !== 0 && Math.abs(n) <= most ? n : undefined));
const nthOfWeekday = nth(5);
const nthOfMonth = nth(31);
const nthWorking = nth(23);

/** "first Monday of every month", "1st and 3rd Tuesday of the month", "last Wednesday in May". */
export const nthWeekday: Recogniser<Recurring> = either(
  as(sequence(on, list(nthOfWeekday, conjunction), weekday, ofMonth), ([, places, day]) =>
    byRule({ freq: 'MONTHLY', byDay: places.map(n => weekdayCode(day, n)) }),
  ),
  as(sequence(phrase('every|each'), phrase('first|1st'), weekday), ([, , day]) =>
    byRule({ freq: 'MONTHLY', byDay: [weekdayCode(day, 1)] }),
  ),
  as(sequence(phrase('every|each'), phrase('last|final'), weekday), ([, , day]) =>
    byRule({ freq: 'MONTHLY', byDay: [weekdayCode(day, -1)] }),
  ),
  as(sequence(on, list(nthOfWeekday, conjunction), weekday, everyFew), ([, places, day, interval]) =>
    byRule({ freq: 'MONTHLY', interval, byDay: places.map(n => weekdayCode(day, n)) }),
  ),
  as(sequence(on, nthOfWeekday, weekday, ofMonths, unless(year)), ([, n, day, [, all]]) =>
    byRule({ freq: 'YEARLY', byMonth: all, byDay: [weekdayCode(day, n)] }),
  ),
);

/** "third Thursday", of no month in particular. */
export const someWeekday: Recogniser<Recurring> = as(
  sequence(
    maybe(phrase('on? the', 'on')),
    list(nthOfWeekday, conjunction),
    weekday,
    unless(phrase('of|in|after|before')),
  ),
  ([, places, day]) => ({
    ...byRule(
      { freq: 'MONTHLY', byDay: places.map(n => weekdayCode(day, n)) },
      'of every month, or of one month only?',
    ),
    unsure: true,
  }),
);

const NEXT_MONTH = 'of the month after which?';

/** "the 15th of each month", "last working day of the month", "month end". */
export const nthDay: Recogniser<Recurring> = either(
  as(sequence(by, nthWorking, workingDay, ofQuarter), ([, n]) => ({
    ...byRule({
      freq: 'MONTHLY',
      byMonth: n < 0 ? [3, 6, 9, 12] : [1, 4, 7, 10],
      byDay: WORKING_DAYS,
      bySetPos: n,
    }),
    quarters: true,
  })),
  as(sequence(by, phrase('wd|day', 'working|business day'), count, ofMonth), ([, , n]) =>
    n >= 1 && n <= 23 ? byRule({ freq: 'MONTHLY', byDay: WORKING_DAYS, bySetPos: n }) : undefined,
  ),
  as(
    sequence(by, nthOfMonth, maybe(phrase('day')), phrase('of the? following|next|subsequent month')),
    ([, n]) => byRule({ freq: 'MONTHLY', byMonthDay: [n] }, NEXT_MONTH),
  ),
  as(sequence(by, nthWorking, workingDay, ofMonth), ([, n]) =>
    byRule({ freq: 'MONTHLY', byDay: WORKING_DAYS, bySetPos: n }),
  ),
  as(
    sequence(maybe(phrase('on|by? the')), list(nthOfMonth, conjunction), maybe(phrase('day')), ofMonth),
    ([, days]) => byRule({ freq: 'MONTHLY', byMonthDay: days }),
  ),
  as(
    sequence(
      phrase('monthly'),
      maybe(phrase('(|,|-|:')),
      phrase('on|by? the?'),
      list(dayOfMonth, conjunction),
      unless(either<unknown>(weekday, month, phrase('week|working|day|of'))),
    ),
    ([, , , days]) => byRule({ freq: 'MONTHLY', byMonthDay: days }),
  ),
  as(
    sequence(phrase('monthly'), maybe(phrase('(|,|-|:')), by, nthWorking, workingDay, maybe(phrase(')'))),
    ([, , , n]) => byRule({ freq: 'MONTHLY', byDay: WORKING_DAYS, bySetPos: n }),
  ),
  as(
    sequence(maybe(phrase('in|during|within|by')), maybe(phrase('the')), position, phrase('week'), ofMonth),
    () => byRule({ freq: 'MONTHLY' }),
  ),
  as(
    sequence(maybe(phrase('on|by')), maybe(phrase('the')), nthOfWeekday, weekday, ofQuarter),
    ([, , n, day]) => inQuarter(n, { byDay: [weekdayCode(day, n)] }),
  ),
  as(
    sequence(maybe(phrase('on|by')), maybe(phrase('the')), nthOfMonth, phrase('day'), ofQuarter),
    ([, , n]) => inQuarter(n, { byMonthDay: [n] }),
  ),
  as(phrase('at|by? every|each? quarter end', 'at|by? quarter end'), () =>
    byRule({ freq: 'MONTHLY', interval: 3 }),
  ),
  as(phrase('mid month', 'in? the? middle of each|every month'), () => byRule({ freq: 'MONTHLY' })),
  as(phrase('at|by? the? end of every|each month', 'at|by? every|each? month end'), () =>
    byRule({ freq: 'MONTHLY', byMonthDay: [-1] }),
  ),
  as(phrase('at|on|by? the? first|last|1st|start|beginning|end day|week? of every|each term|half'), () =>
    byCount(1, 'term'),
  ),
);
