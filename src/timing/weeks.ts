import { months } from './calendar.ts';
import { calendarDay } from './days.ts';
import { as, either, maybe, phrase, type Recogniser, sequence } from './grammar.ts';
import type { Moment } from './moment.ts';
import { month, position } from './names.ts';
import { yearAfter } from './years.ts';

/** The words before the day on which a week begins. */
export const commencing = phrase(
  'w / c',
  'w / b',
  'wc|wb|wkc',
  'the? week|wk commencing|beginning|starting|of|from',
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
  as(sequence(commencing, maybe(phrase(':|the')), calendarDay), ([, , day]) => weekFrom(day)),
  as(sequence(ending, maybe(phrase(':|the')), calendarDay), ([, , day]) => weekTo(day)),
);

/** "first week of May", "last week in June 2025": seven days from the month's first, or to its last. */
export const weekOfMonth: Recogniser<Moment> = as(
  sequence(
    maybe(phrase('the')),
    position,
    phrase('week of|in'),
    maybe(phrase('the')),
    month,
    maybe(yearAfter),
  ),
  ([, n, , , m, y]) => ({
    year: y?.year,
    in: year => {
      const { from, by } = months(year, m);
      if (n < 0) return { from: by.subtract({ days: 6 }), by };
      const first = from.add({ weeks: n - 1 });
      return n <= 4 ? { from: first, by: first.add({ days: 6 }) } : undefined;
    },
  }),
);
