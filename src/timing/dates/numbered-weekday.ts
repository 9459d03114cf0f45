import { day, earlier, months, type Span } from '../calendar.ts';
import { as, glued, maybe, phrase, type Recogniser, sequence, unless } from '../grammar/grammar.ts';
import { count, month, weekday } from '../grammar/names.ts';
import { clock } from './days.ts';
import type { Moment } from './moment.ts';

/** The first such day of a month from which its number has that weekday; a year holds most of them. */
function numberedFrom(named: number, number: number, from: Temporal.PlainDate): Span | undefined {
  const first = Array.from({ length: 24 }, (_, ahead) => months(from.year, from.month + ahead).from)
    .map(({ year, month }) => day(year, month, number))
    .find(found => found && found.dayOfWeek === named && !earlier(found, from));
  return first && { from: first, by: first };
}

/** Tokens of "Mon 5th, Wed 7th and Fri 9th" that may stand before the month which all of them share. */
const MOST_BEFORE_MONTH = 16;
const BETWEEN = /^(?:[-,/&+]|and|or|to|of|the|st|nd|rd|th)$/;

const monthAhead: Recogniser<true> = (tokens, at) => {
  for (let end = at; end < at + MOST_BEFORE_MONTH; end++) {
    if (month(tokens, end)) return { value: true, end };
    const here = tokens[end];
    if (!here || !(here.kind === 'number' || BETWEEN.test(here.word) || weekday(tokens, end)))
      return undefined;
  }
  return undefined;
};

/** "Monday 14th", of a month that is not printed. */
export const numberedWeekday: Recogniser<Moment> = as(
  sequence(
    weekday,
    maybe(phrase('the')),
    count,
    glued,
    phrase('st|nd|rd|th'),
    unless(monthAhead),
    maybe(sequence(maybe(phrase(',')), clock)),
  ),
  ([named, , number]) => ({
    year: 0,
    doubt: 'of which month? The next such day is taken.',
    in: (_, { today, documentPeriod, documentYear }) =>
      numberedFrom(
        named,
        number,
        documentPeriod
          ? Temporal.PlainDate.from(documentPeriod.from)
          : documentYear
            ? new Temporal.PlainDate(documentYear, 1, 1)
            : today,
      ),
  }),
);
