import { financialQuarter } from '../calendar.ts';
import { as, either, maybe, phrase, type Recogniser, sequence, unless } from '../grammar/grammar.ts';
import { count, month, weekday } from '../grammar/names.ts';
import { calendarDay, clock, dayNumber, fullYear } from './days.ts';
import { lastingFrom } from './lengths.ts';
import { type Moment, onDay } from './moment.ts';
import { moment } from './parts.ts';
import { quarterIn, quarterNumber } from './stretches.ts';
import { yearAfter } from './years.ts';

export type Range = [Moment, Moment];

const through = phrase('-|>|→|to|until|till|through|thru|til', '- >', 'up to|until', 'and?', 'through to');
const to = phrase(
  '-|>|→|to|until|till|through|thru|til',
  '- >',
  'up to|until',
  'through to',
  'to the?',
  'until the?',
);

/** "1-12 September 2025", "12 to 14 May", "Monday 1 - Friday 5 June" is left to two whole days. */
const daysOfOneMonth: Recogniser<Range> = as(
  sequence(maybe(phrase('from|between')), maybe(weekday), dayNumber, through, calendarDay),
  ([, named, first, , last]) => {
    const [m] = last.months ?? [];
    return m && last.dayOfMonth && first < last.dayOfMonth
      ? [{ ...onDay(m, first, last.year), weekday: named }, last]
      : undefined;
  },
);

/** "July 14-18, 2025". */
const daysAfterMonth: Recogniser<Range> = as(
  sequence(
    maybe(phrase('from|between')),
    month,
    dayNumber,
    phrase('-|to|until'),
    dayNumber,
    unless(month),
    maybe(as(sequence(maybe(phrase(',')), fullYear), ([, y]) => y)),
  ),
  ([, m, first, , last, , year]) =>
    first < last ? [onDay(m, first, year), onDay(m, last, year)] : undefined,
);

export const quarterOf = (n: number, year?: number): Moment => ({
  year,
  in: (y, facts) => financialQuarter(y, n, facts),
});

/** "Q1-3 2025/26", "quarters 1 to 3". */
const quarters: Recogniser<Range> = as(
  sequence(phrase('q|quarters'), count, phrase('-|/|to|until'), maybe(phrase('q')), count, maybe(yearAfter)),
  ([, first, , , last, y]) =>
    first >= 1 && last <= 4 && first < last ? [quarterIn(first, y), quarterIn(last, y)] : undefined,
);

const open = maybe(clock);

const begins = phrase('start|starts|starting|begins|beginning|opens|opening|from date? on|:|-?');
const ends = phrase('-|/|,|;|to|until|and? end|ends|ending|finish|finishes|close|closes date? on|by|:|-?');

const now: Moment = { year: 0, in: (_, { today }) => ({ from: today, by: today }) };
const startNoted = phrase('( start|starts|opens )');
const endNoted = phrase('( end|ends|finish|closes )');

const two: Recogniser<Range> = either(
  as(sequence(moment, startNoted, maybe(to), moment, endNoted), ([a, , , b]) => [a, b]),
  as(sequence(maybe(phrase('from')), phrase('now'), to, open, moment), ([, , , , b]) => [now, b]),
  as(sequence(begins, moment, ends, moment), ([, a, , b]) => [a, b]),
  as(sequence(phrase('between'), moment, through, open, moment), ([, a, , , b]) => [a, b]),
  as(sequence(maybe(phrase('from', 'start|starting from?')), moment, to, open, moment), ([, a, , , b]) => [
    a,
    b,
  ]),
);

/** "3rd quarter: October to December 2017": the gloss is more exact than the name. */
const glossed: Recogniser<Range> = as(
  sequence(quarterNumber, phrase('-|(|:|,'), either(daysOfOneMonth, two), maybe(phrase(')'))),
  ([, , found]) => found,
);

/** "Apr-Jun 25": between months, two figures are a year and no day. */
const withoutDays = ([first, last]: Range): Range =>
  first.dayOfMonth || last.dayOfMonth ? [first, last] : [first.plainly ?? first, last.plainly ?? last];

/** Two moments and all that lies between. */
export const range: Recogniser<Range> = as(
  either(glossed, daysOfOneMonth, daysAfterMonth, quarters, two, lastingFrom),
  withoutDays,
);
