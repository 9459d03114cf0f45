import type { Span } from '../calendar.ts';
import {
  as,
  either,
  maybe,
  meaning,
  phrase,
  type Recogniser,
  remembered,
  sequence,
  token,
  unless,
} from '../grammar/grammar.ts';
import { count, type Unit, unit } from '../grammar/names.ts';
import { calendarDay } from './days.ts';
import type { Moment } from './moment.ts';
import { stretch } from './stretches.ts';
import { weekNamed } from './weeks.ts';

/** Counted in whole days of the calendar; hours and working days are not. */
type Length = { amount: number; unit: Unit };

const length: Recogniser<Length> = as(
  sequence(maybe(phrase('a|the')), count, maybe(phrase('-')), unit),
  ([, amount, , name]) => (name === 'minute' || name === 'hour' ? undefined : { amount, unit: name }),
);

const STEPS: Partial<Record<Unit, (n: number) => Temporal.DurationLike>> = {
  day: n => ({ days: n }),
  week: n => ({ weeks: n }),
  fortnight: n => ({ weeks: 2 * n }),
  month: n => ({ months: n }),
  quarter: n => ({ months: 3 * n }),
  year: n => ({ years: n }),
};

const moved = (day: Temporal.PlainDate, { amount, unit: name }: Length, way: 1 | -1) =>
  day.add(STEPS[name]?.(way * amount) ?? {});

const on = (day: Temporal.PlainDate): Span => ({ from: day, by: day });

/** The day that lies so far before another moment, after it, or (with one day `less`) from its beginning on. */
const away = (from: Moment, length: Length, way: 1 | -1, less = 0): Moment => ({
  year: from.year,
  doubt: from.doubt,
  in: (year, facts) => {
    const span = from.in(year, facts);
    return span && on(moved(way > 0 && !less ? span.by : span.from, length, way).subtract({ days: less }));
  },
});

/** A time of the calendar, and not what only bears its name ("May elections"). */
const aTime: Recogniser<Moment> = as(
  sequence(stretch, unless(token(t => t.kind === 'word'))),
  ([found]) => found,
);
const aDay = remembered(either(weekNamed, calendarDay, aTime));

/** "6 weeks from 1 September", "1 May for 6 weeks", "2 June (12 weeks)": its first day and its last. */
export const lastingFrom: Recogniser<[Moment, Moment]> = either(
  as(
    sequence(
      maybe(phrase('for', 'over|within a? period of', 'over')),
      length,
      maybe(phrase('period|consultation')),
      maybe(phrase(',')),
      phrase('from|starting|beginning|commencing from|on?'),
      aDay,
    ),
    ([, long, , , , first]) => [plain(first), away(first, long, 1, 1)],
  ),
  as(
    sequence(
      maybe(phrase('from')),
      aDay,
      phrase(',? for', ',? for a period of', '( for?'),
      length,
      maybe(phrase(')')),
    ),
    ([, first, , long]) => [plain(first), away(first, long, 1, 1)],
  ),
);

/** Its first day only, since the length says how long. */
const plain = (first: Moment): Moment => ({
  ...first,
  in: (year, facts) => {
    const span = first.in(year, facts);
    return span && on(span.from);
  },
});

const way = meaning<1 | -1>({
  'before|preceding': -1,
  'prior to': -1,
  'ahead of': -1,
  'in advance of': -1,
  'after|following': 1,
});

/** "4 weeks before 1 June 2025": a day like any other. */
const plainlyAway: Recogniser<Moment> = as(sequence(length, way, aDay), ([long, side, day]) =>
  away(day, long, side),
);

/** "at least 4 weeks before 1 June": by that day. */
const atLeast: Recogniser<Moment> = as(
  sequence(phrase('at least|minimum', 'a? minimum of', 'no|not less than', 'min .?'), length, way, aDay),
  ([, long, side, day]) => (side < 0 ? { ...away(day, long, side), deadline: true as const } : undefined),
);

/** "within 6 weeks of 1 September": its last day. */
const withinOf: Recogniser<Moment> = as(
  sequence(phrase('within'), length, phrase('of|from|after'), aDay),
  ([, long, , day]) => ({ ...away(day, long, 1), deadline: true as const }),
);

export const dayAway: Recogniser<Moment> = either(withinOf, atLeast, plainlyAway);
