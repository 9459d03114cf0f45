import { type Recurring, weekdayCode } from '../drafts/draft.ts';
import { as, beginning, either, list, maybe, phrase, type Recogniser, sequence } from '../grammar/grammar.ts';
import { count, ordinal, unitAdverb, weekday } from '../grammar/names.ts';
import type { Token } from '../grammar/tokens.ts';
import { byRule, everyUnit } from './frequency.ts';

export const conjunction = phrase(', and?', 'and|&|/|+|or');
const weekdayList = list(weekday, conjunction);
export const every = phrase('every|each', 'on|in every|each');

const onWeekdays = (days: number[], interval?: number): Recurring =>
  byRule({ freq: 'WEEKLY', interval, byDay: days.map(day => weekdayCode(day)) });

export const WORKING_DAYS = [1, 2, 3, 4, 5].map(day => weekdayCode(day));

/** "working days", but not "2 working days". */
const bareWorkingDays: Recogniser<true> = beginning(phrase('on? working days'), (tokens, at) =>
  count(tokens, at - 1) || /^(clear|full|within|next)$/.test(tokens[at - 1]?.word ?? '')
    ? undefined
    : phrase('on? working days')(tokens, at),
);

const weekends: Recogniser<Recurring> = as(
  phrase('at|on|over? the? weekends', 'at? every|each weekend', 'at the weekend'),
  () => byRule({ freq: 'WEEKLY', byDay: [6, 7].map(day => weekdayCode(day)) }),
);

/** "weekdays", "every working day", "Monday to Friday". */
const workingDays: Recogniser<Recurring> = as(
  either(
    bareWorkingDays,
    phrase(
      'on? weekdays|weekday',
      'every|each weekday|workday',
      'every|each working|week|business day',
      'daily? (? monday|mon to? friday|fri )?',
    ),
  ),
  () => byRule({ freq: 'WEEKLY', byDay: WORKING_DAYS }),
);

const PLURAL = /^(mon|tues|wednes|thurs|fri|satur|sun)days$/;
const everyNth = (n: number): string =>
  `${n === 2 ? 'every other week' : `every ${n} weeks`}, or on that weekday of each month?`;
const partOfDay = phrase('mornings|afternoons|evenings|lunchtimes');
const UNSURE = 'every week, or on one day only?';

/** "Monday to Thursday", "Mon-Wed". */
const weekdayRange: Recogniser<Recurring> = as(
  sequence(
    maybe(either(every, phrase('daily|weekly'))),
    maybe(phrase('(|,|from')),
    weekday,
    phrase('-|to|through'),
    weekday,
    maybe(phrase(')')),
  ),
  ([, , first, , last]) =>
    first < last ? onWeekdays(Array.from({ length: last - first + 1 }, (_, i) => first + i)) : undefined,
);

const left = maybe(phrase('(|,'));
const except = phrase(
  'except|excluding|bar|not for|on|at?',
  'apart from on?',
  'but not on|at?',
  'other than',
);
const DAYS = [1, 2, 3, 4, 5, 6, 7];

/** "daily except Sundays", "daily (excluding weekends)". */
const allBut: Recogniser<Recurring> = as(
  sequence(
    phrase('daily', 'every|each day'),
    left,
    except,
    either(
      weekdayList,
      as(phrase('the? weekends|weekend'), () => [6, 7]),
    ),
    maybe(phrase(')')),
  ),
  ([, , , out]) => onWeekdays(DAYS.filter(day => !out.includes(day))),
);

const EACH: Record<string, number | undefined> = { week: 1, fortnight: 2 };
const WHICH_OF_THEM = 'on which of them?';
const theDays = sequence(
  maybe(phrase('-|:|,|(|on')),
  maybe(phrase('a|the|each|every')),
  weekdayList,
  maybe(phrase(')')),
);

/** "fortnightly Thursdays", "weekly on Fridays", "monthly on a Tuesday": how often, then on which weekdays. */
const oftenOnWeekdays: Recogniser<Recurring> = either(
  as(sequence(unitAdverb, theDays), ([name, [, , days]]) =>
    EACH[name] ? onWeekdays(days, EACH[name] === 1 ? undefined : EACH[name]) : undefined,
  ),
  as(sequence(unitAdverb, maybe(phrase('(|,|-')), phrase('on a?'), weekdayList), ([name]) =>
    name === 'month' || name === 'quarter' || name === 'year'
      ? byRule(everyUnit(1, name), WHICH_OF_THEM)
      : undefined,
  ),
);

const DEADLINE = /^(by|until|before|next|this)$/;
const BESIDE = /^(before|after|following|prior|preceding)$/;

/** "by Friday" is one day, unless of each week; "the Friday before publication" hangs on an event. */
const placedElsewhere = (tokens: readonly Token[], at: number, end: number): boolean => {
  const next = tokens[end]?.word ?? '';
  return (DEADLINE.test(tokens[at - 1]?.word ?? '') && !/^(each|every)$/.test(next)) || BESIDE.test(next);
};

const bareWeekdays = sequence(maybe(phrase('on')), weekdayList);

/** "every other Thursday", "Tuesdays and Fridays"; a bare "Friday" is taken as every week, with a doubt. */
const byName: Recogniser<Recurring> = either(
  as(sequence(phrase('every|each', 'on'), phrase('other|alternate|alternating'), weekdayList), ([, , days]) =>
    onWeekdays(days, 2),
  ),
  as(sequence(phrase('every'), ordinal, weekday), ([, n, day]) =>
    n > 1 ? { ...onWeekdays([day], n), doubt: everyNth(n) } : undefined,
  ),
  as(sequence(phrase('alternate|alternating'), weekdayList), ([, days]) => onWeekdays(days, 2)),
  as(sequence(every, weekdayList), ([, days]) => onWeekdays(days)),
  beginning(bareWeekdays, (tokens, at) => {
    const found = bareWeekdays(tokens, at);
    if (!found || placedElsewhere(tokens, at, found.end)) return undefined;
    const several =
      tokens.slice(at, found.end).some(t => PLURAL.test(t.word)) || partOfDay(tokens, found.end);
    const named = onWeekdays(found.value[1]);
    return { value: several ? named : { ...named, doubt: UNSURE, unsure: true }, end: found.end };
  }),
);

/** A recurrence on days of the week. */
export const weekdays: Recogniser<Recurring> = either(
  allBut,
  weekdayRange,
  oftenOnWeekdays,
  workingDays,
  weekends,
  byName,
);
