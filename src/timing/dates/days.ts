import { day } from '../calendar.ts';
import {
  as,
  beginning,
  either,
  glued,
  maybe,
  phrase,
  type Recogniser,
  remembered,
  sequence,
  token,
  unless,
} from '../grammar/grammar.ts';
import { month, ordinal, weekday } from '../grammar/names.ts';
import { type Moment, onDay } from './moment.ts';

export const digits = (least: number, most: number): Recogniser<{ value: number; length: number }> =>
  as(
    token(t => t.kind === 'number' && t.text.length >= least && t.text.length <= most),
    t => ({ value: Number(t.text), length: t.text.length }),
  );

/** 79 and below are of this century, as in spreadsheets. */
const century = (year: number) => (year >= 100 ? year : year < 80 ? 2000 + year : 1900 + year);

export const fullYear: Recogniser<number> = as(digits(4, 4), n =>
  n.value >= 1900 && n.value < 2100 ? n.value : undefined,
);
export const shortYear: Recogniser<number> = as(digits(2, 2), n => century(n.value));
export const quotedYear: Recogniser<number> = as(
  sequence(phrase("'", '’', '‘'), glued, shortYear),
  ([, , y]) => y,
);

const separator = token(t => ['/', '.', '-'].includes(t.word));

const MONTH_FIRST = 'is the month printed before the day?';

/** A day that the calendar lacks ("13/13/2025") stays as printed and finds no days later; "05/14/2025" can only be month-first. */
function dayAndMonthOf(d: number, m: number, year: number): Moment | undefined {
  return m > 12 && d <= 12 ? { ...onDay(d, m, year), doubt: MONTH_FIRST } : onDay(m, d, year);
}

/** "14/07/2025", "9.5.14", "14-7-25": the day always stands first. */
const numeric: Recogniser<Moment> = as(
  sequence(digits(1, 2), separator, glued, digits(1, 2), separator, glued, either(fullYear, shortYear)),
  ([d, first, , m, second, , year]) =>
    first.word === second.word && !first.spaced ? dayAndMonthOf(d.value, m.value, year) : undefined,
);

/** "2025-07-14". */
const iso: Recogniser<Moment> = as(
  sequence(fullYear, phrase('-|/'), glued, digits(2, 2), phrase('-|/'), glued, digits(2, 2)),
  ([year, , , m, , , d]) => (day(year, m.value, d.value) ? onDay(m.value, d.value, year) : undefined),
);

/** "14/7", with nothing after it that would make it something else. */
const twoNumbers = sequence(digits(1, 2), phrase('/'), glued, digits(1, 2));
/** "28/4-2/5" goes on with another date, "14/7-" with something else; "2/3 complete" is a share of the whole. */
const ofSomethingElse = either<unknown>(
  phrase('/|%|complete|completed|done|delivered|achieved|actions|recommendations'),
  sequence(glued, phrase('-'), unless(sequence(glued, twoNumbers))),
);

const dayAndMonth: Recogniser<Moment> = beginning(twoNumbers, (tokens, at) => {
  const found = twoNumbers(tokens, at);
  if (!found || ofSomethingElse(tokens, found.end)) return undefined;
  const [{ value: d }, , , { value: m }] = found.value;
  if (!day(2024, m, d) || (d === 24 && m === 7)) return undefined;
  const alone = at === 0 && found.end === tokens.length;
  const doubt = alone && d < m ? `day ${d} of month ${m}, or ${d} parts of ${m}?` : undefined;
  return { value: { ...onDay(m, d), doubt }, end: found.end };
});

const bareDay: Recogniser<number> = either(
  ordinal,
  as(digits(1, 2), n => (n.value >= 1 && n.value <= 31 ? n.value : undefined)),
);
export const dayNumber: Recogniser<number> = as(sequence(maybe(phrase('the')), bareDay), ([, d]) => d);

const link = maybe(phrase('-|,|/'));
/** Two digits after a comma, before a month or in an hour of the day are no year. */
const bareYear: Recogniser<number> = as(
  sequence(shortYear, unless(either<unknown>(phrase('-|/|:|am|pm|noon|st|nd|rd|th'), month))),
  ([y]) => y,
);
const yearAfter: Recogniser<number> = either(
  as(sequence(link, either(fullYear, quotedYear)), ([, y]) => y),
  as(sequence(maybe(phrase('-|/')), bareYear), ([, y]) => y),
);

const withDay = (d: number, m: number, year?: number): Moment => onDay(m, d, year);

/** "32 March": a slip, which must not be read as the whole month. */
const tooLate: Recogniser<number> = as(digits(2, 2), ({ value }) =>
  value > 31 && value < 40 ? value : undefined,
);

/** "14 July 2025", "the 14th of July", "14-Jul-25". */
const dayFirst: Recogniser<Moment> = as(
  sequence(either(dayNumber, tooLate), maybe(phrase('-|of|/')), month, maybe(yearAfter)),
  ([d, , m, year]) => withDay(d, m, year),
);

/** "July 14th 2025", "July 14, 2025": only when it cannot be July 2014. */
const monthFirst: Recogniser<Moment> = either(
  as(sequence(month, maybe(phrase('the')), ordinal, maybe(yearAfter)), ([m, , d, y]) => withDay(d, m, y)),
  as(sequence(month, digits(1, 2), maybe(phrase(',')), fullYear), ([m, d, , y]) => withDay(d.value, m, y)),
  as(sequence(month, digits(1, 1), unless(phrase('-|/|:|.'))), ([m, d]) => withDay(d.value, m)),
);

const date = either(iso, numeric, dayFirst, monthFirst, dayAndMonth);

const dated: Recogniser<Moment> = either(
  as(sequence(weekday, maybe(phrase(',')), date), ([w, , m]) => ({ ...m, weekday: w })),
  as(sequence(date, maybe(phrase('(')), weekday, maybe(phrase(')'))), ([m, , w]) => ({ ...m, weekday: w })),
  date,
);

/** "10am", "6.30pm", "17:00", "noon", "close of play". */
const hour: Recogniser<true> = as(
  either<unknown>(
    sequence(
      digits(1, 2),
      maybe(sequence(phrase(':|.'), glued, digits(2, 2))),
      phrase('am|pm|noon|hrs|midday'),
    ),
    sequence(digits(1, 2), phrase(':'), glued, digits(2, 2), maybe(phrase('hrs|hours'))),
    phrase(
      'midday',
      'midnight',
      'noon',
      'cop',
      'cob',
      'close of play|business',
      'end of play|business',
      'the? end of the? day|working',
    ),
    phrase('c . o . p', 'c . o . b'),
  ),
  () => true,
);
export const clock: Recogniser<true> = as(
  sequence(maybe(phrase('at|from|by|before')), hour, maybe(phrase('on|of', ','))),
  () => true,
);

/** A day of the calendar, with a weekday and an hour if printed. */
export const calendarDay: Recogniser<Moment> = remembered(
  as(
    sequence(
      maybe(clock),
      dated,
      maybe(
        as(
          sequence(maybe(phrase('(|,|by')), maybe(phrase('at|from|by')), hour, maybe(phrase(')'))),
          () => true,
        ),
      ),
    ),
    ([, m]) => m,
  ),
);
