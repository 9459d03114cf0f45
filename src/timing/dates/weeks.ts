import { months } from '../calendar.ts';
import { as, either, maybe, meaning, phrase, type Recogniser, sequence } from '../grammar/grammar.ts';
import { count, month, position } from '../grammar/names.ts';
import { calendarDay } from './days.ts';
import type { Moment } from './moment.ts';
import { numberedWeekday } from './numbered-weekday.ts';
import { yearAfter } from './years.ts';

/** The words before the day on which a week begins. */
export const commencing = phrase(
  'w / c',
  'w / b',
  'wc|wb|wkc',
  'the? week|wk|weeks|wks commencing|beginning|starting|of|from|comm|beg .?',
);
const ending = phrase('w / e', 'the? week|wk ending');

const plain = (day: Moment): Moment => ({ ...day, dayOfMonth: undefined, months: undefined });

/** Seven days from the day named, which should be a Monday. */
export const weekFrom = (day: Moment): Moment => ({
  ...plain(day),
  weekday: day.weekday ?? 1,
  in: (year, facts) => {
    const span = day.in(year, facts);
    return span && { from: span.from, by: span.from.add({ days: 6 }) };
  },
});

const weekTo = (day: Moment): Moment => ({
  ...plain(day),
  weekday: undefined,
  in: (year, facts) => {
    const span = day.in(year, facts);
    return span && { from: span.by.subtract({ days: 6 }), by: span.by };
  },
});

/** "w/c 9 June", "week ending 16 May 2025". */
export const weekNamed: Recogniser<Moment> = either(
  as(sequence(commencing, maybe(phrase(':|the')), either(calendarDay, numberedWeekday)), ([, , day]) =>
    weekFrom(day),
  ),
  as(sequence(ending, maybe(phrase(':|the')), calendarDay), ([, , day]) => weekTo(day)),
);

const inMonth = maybe(phrase('of|in the?'));

/** So many days of a month from its first, or (negative) up to its last. */
const daysOf = (n: number, length: number, m: number, year?: number): Moment => ({
  year,
  in: y => {
    const { from, by } = months(y, m);
    if (n < 0) return { from: by.subtract({ days: length - 1 }), by };
    const first = from.add({ days: length * (n - 1) });
    return n * length <= 28 ? { from: first, by: first.add({ days: length - 1 }) } : undefined;
  },
});

const weekOrTwo = meaning({ 'week|wk': 7, fortnight: 14 });

/** "first week of May", "week 2 of June", "last two weeks in June 2025". */
export const weekOfMonth: Recogniser<Moment> = either(
  as(
    sequence(maybe(phrase('the')), position, weekOrTwo, inMonth, month, maybe(yearAfter)),
    ([, n, length, , m, y]) => daysOf(n, length, m, y?.year),
  ),
  as(sequence(phrase('week|wk'), count, inMonth, month, maybe(yearAfter)), ([, n, , m, y]) =>
    daysOf(n, 7, m, y?.year),
  ),
  as(
    sequence(
      maybe(phrase('the')),
      as(position, n => (Math.abs(n) === 1 ? n : undefined)),
      count,
      phrase('weeks'),
      inMonth,
      month,
      maybe(yearAfter),
    ),
    ([, end, n, , , m, y]) => daysOf(end, 7 * n, m, y?.year),
  ),
  as(
    sequence(maybe(phrase('the')), position, phrase('half'), inMonth, month, maybe(yearAfter)),
    ([, n, , , m, y]) => (n === 1 || n === 2 ? halfOfMonth(n, m, y?.year) : undefined),
  ),
);

const halfOfMonth = (n: number, m: number, year?: number): Moment => ({
  year,
  in: y => {
    const { from, by } = months(y, m);
    return n === 1 ? { from, by: from.with({ day: 15 }) } : { from: from.with({ day: 16 }), by };
  },
});
