import { feast } from '../dates/feasts.ts';
import { type Recurring, weekdayCode } from '../drafts/draft.ts';
import {
  as,
  beginning,
  either,
  list,
  maybe,
  phrase,
  type Recogniser,
  sequence,
  token,
  unless,
} from '../grammar/grammar.ts';
import { month, ordinal, position, season, weekday } from '../grammar/names.ts';
import { byCount, byRule } from './frequency.ts';

const conjunction = phrase(', and?', 'and|&|/|+|or');
const weekdayList = list(weekday, conjunction);
const every = phrase('every|each', 'on|in every|each');

const onWeekdays = (days: number[], interval?: number): Recurring =>
  byRule({ freq: 'WEEKLY', interval, byDay: days.map(day => weekdayCode(day)) });

const WORKING_DAYS = [1, 2, 3, 4, 5].map(day => weekdayCode(day));

/** "weekdays", "every working day", "Monday to Friday". */
const workingDays: Recogniser<Recurring> = as(
  phrase(
    'on? weekdays|weekday',
    'on? working days',
    'every|each weekday|workday',
    'every|each working|week|business day',
    'daily? (? monday|mon to? friday|fri )?',
  ),
  () => byRule({ freq: 'WEEKLY', byDay: WORKING_DAYS }),
);

const PLURAL = /^(mon|tues|wednes|thurs|fri|satur|sun)days$/;
const year = sequence(
  maybe(phrase(',')),
  token(t => /^(19|20)\d\d$/.test(t.word)),
);

const EVERY_SECOND = 'every other week, or on that weekday of each month?';
const partOfDay = phrase('mornings|afternoons|evenings|lunchtimes');
const UNSURE = 'every week, or on one day only?';

const bareWeekdays = sequence(maybe(phrase('on')), weekdayList);

/** "every other Thursday", "Tuesdays and Fridays"; a bare "Friday" is taken as every week, with a doubt. */
const weekdays: Recogniser<Recurring> = either(
  as(sequence(phrase('every|each', 'on'), phrase('other|alternate|alternating'), weekdayList), ([, , days]) =>
    onWeekdays(days, 2),
  ),
  as(sequence(phrase('every'), ordinal, weekday), ([, n, day]) =>
    n > 1 ? { ...onWeekdays([day], n), doubt: EVERY_SECOND } : undefined,
  ),
  as(sequence(phrase('alternate|alternating'), weekdayList), ([, days]) => onWeekdays(days, 2)),
  as(sequence(every, weekdayList), ([, days]) => onWeekdays(days)),
  beginning(bareWeekdays, (tokens, at) => {
    const found = bareWeekdays(tokens, at);
    if (!found || /^(by|until|before|next|this)$/.test(tokens[at - 1]?.word ?? '')) return undefined;
    const several =
      tokens.slice(at, found.end).some(t => PLURAL.test(t.word)) || partOfDay(tokens, found.end);
    const named = onWeekdays(found.value[1]);
    return { value: several ? named : { ...named, doubt: UNSURE, unsure: true }, end: found.end };
  }),
);

const ofMonth = phrase(
  'of|in the|every|each? month',
  'of|in the every|each month',
  'of|in every|each calendar month',
  'every|each month?',
  'monthly',
  'a|per month',
);
const months = list(month, conjunction);
const ofMonths = sequence(phrase('of|in each|every?', 'each|every'), months);
const on = maybe(phrase('on? the|every|each?'));

/** "first Monday of every month", "1st and 3rd Tuesday of the month", "last Wednesday in May". */
const nthWeekday: Recogniser<Recurring> = either(
  as(sequence(on, list(position, conjunction), weekday, ofMonth), ([, places, day]) =>
    byRule({ freq: 'MONTHLY', byDay: places.map(n => weekdayCode(day, n)) }),
  ),
  as(sequence(on, position, weekday, ofMonths, unless(year)), ([, n, day, [, all]]) =>
    byRule({ freq: 'YEARLY', byMonth: all, byDay: [weekdayCode(day, n)] }),
  ),
);

/** "third Thursday", of no month in particular. */
const someWeekday: Recogniser<Recurring> = as(
  sequence(maybe(phrase('on? the')), position, weekday, unless(phrase('of|in|after|before'))),
  ([, n, day]) => ({
    ...byRule({ freq: 'MONTHLY', byDay: [weekdayCode(day, n)] }, 'of every month, or of one month only?'),
    unsure: true,
  }),
);

/** "the 15th of each month", "last working day of the month", "month end". */
const nthDay: Recogniser<Recurring> = either(
  as(sequence(maybe(phrase('on|by? the')), position, phrase('working|business|week day'), ofMonth), ([, n]) =>
    byRule({ freq: 'MONTHLY', byDay: WORKING_DAYS, bySetPos: n }),
  ),
  as(
    sequence(maybe(phrase('on|by? the')), list(position, conjunction), maybe(phrase('day')), ofMonth),
    ([, days]) => byRule({ freq: 'MONTHLY', byMonthDay: days }),
  ),
  as(phrase('at|by? the? end of every|each month', 'every|each? month end'), () =>
    byRule({ freq: 'MONTHLY', byMonthDay: [-1] }),
  ),
  as(phrase('at|on|by? the? first|last|1st|start|beginning|end day|week? of every|each term|half'), () =>
    byCount(1, 'term'),
  ),
);

/** "every Christmas". */
const everyFeast: Recogniser<Recurring> = as(sequence(every, feast), ([, { months: byMonth, dayOfMonth }]) =>
  byRule({ freq: 'YEARLY', byMonth, byMonthDay: dayOfMonth ? [dayOfMonth] : undefined }),
);

/** "every April", "each spring and autumn". */
const yearly: Recogniser<Recurring> = either(
  as(sequence(every, months), ([, all]) => byRule({ freq: 'YEARLY', byMonth: all })),
  as(sequence(every, list(season, conjunction)), ([, all]) => ({
    ...byCount(1, all.join(' and ')),
    rule: all.length === 1 ? { freq: 'YEARLY' } : undefined,
  })),
);

/** A recurrence that names its days or its months. */
export const fixedDays: Recogniser<Recurring> = either(
  nthWeekday,
  nthDay,
  workingDays,
  weekdays,
  someWeekday,
  everyFeast,
  yearly,
);
