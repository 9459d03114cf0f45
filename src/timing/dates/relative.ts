import {
  calendarYear,
  day,
  earlier,
  financialQuarter,
  financialYear,
  months,
  type Span,
  seasonMonth,
  week,
} from '../calendar.ts';
import {
  as,
  either,
  glued,
  maybe,
  meaning,
  phrase,
  type Recogniser,
  sequence,
  unless,
} from '../grammar/grammar.ts';
import { count, month, type Season, season, weekday } from '../grammar/names.ts';
import type { TimingFacts } from '../schedule.ts';
import type { Moment } from './moment.ts';

const COUNTED = 'counted from today: from when should it count?';

const which = meaning({ 'the? this|current': 0, 'the? next|coming|following': 1 });

type Stretch = (facts: TimingFacts, ahead: number) => Span | undefined;

const quarterNow: Stretch = (facts, ahead) => {
  const start = financialYear(facts.today.year - 1, facts).from;
  const quarters = Math.floor(start.until(facts.today, { largestUnit: 'months' }).months / 3);
  return financialQuarter(facts.today.year - 1, 1 + quarters + ahead, facts);
};

const financialNow: Stretch = (facts, ahead) => {
  const begun = Temporal.PlainDate.compare(financialYear(facts.today.year, facts).from, facts.today) <= 0;
  return financialYear(facts.today.year - (begun ? 0 : 1) + ahead, facts);
};

const seasonFrom = (name: Season, facts: TimingFacts, ahead: number): Span => {
  const here = (year: number) => months(year, seasonMonth(name, facts), 3);
  const { today } = facts;
  const span = [today.year - 1, today.year, today.year + 1]
    .map(here)
    .find(({ from, by }) => earlier(today, ahead ? from : by.add({ days: 1 })));
  return span ?? here(today.year);
};

/** "next spring", which in the spring of a year is the one after. */
const seasonNamed: Recogniser<Moment> = as(sequence(which, season), ([ahead, name]) => ({
  year: 0,
  doubt: COUNTED,
  in: (_, facts) => seasonFrom(name, facts, ahead),
}));

const stretches = meaning<Stretch>({
  'week|wk': ({ today }, ahead) => week(today.add({ weeks: ahead })),
  month: ({ today }, ahead) => months(today.year, today.month + ahead),
  'financial? quarter': quarterNow,
  'financial|municipal|council|fiscal year': financialNow,
  year: financialNow,
  'calendar year': ({ today }, ahead) => calendarYear(today.year + ahead),
});

const named: Recogniser<Moment> = as(sequence(which, stretches), ([ahead, stretch]) => ({
  year: 0,
  doubt: COUNTED,
  in: (_, facts) => stretch(facts, ahead),
}));

const dayNamed: Recogniser<Moment> = as(
  either(
    as(phrase('today'), () => 0),
    as(phrase('tomorrow'), () => 1),
  ),
  ahead => ({
    year: 0,
    doubt: COUNTED,
    in: (_, { today }) => {
      const day = today.add({ days: ahead });
      return { from: day, by: day };
    },
  }),
);

/** The first such weekday from a day on. */
const weekdayFrom = (weekday: number, { today }: TimingFacts, ahead: number): Span => {
  const first = today.add({ days: ahead });
  const day = first.add({ days: (weekday - first.dayOfWeek + 7) % 7 });
  return { from: day, by: day };
};

const comingWeekday = (weekday: number, ahead: number): Moment => ({
  year: 0,
  doubt: COUNTED,
  in: (_, facts) => weekdayFrom(weekday, facts, ahead),
});

/** "Friday" after a word that makes it a deadline. */
export const someWeekday: Recogniser<Moment> = as(weekday, day => comingWeekday(day, 0));

const weekdayNamed: Recogniser<Moment> = either(
  as(sequence(phrase('next|following'), weekday), ([, day]) => comingWeekday(day, 1)),
  as(sequence(phrase('this|coming'), weekday), ([, day]) => comingWeekday(day, 0)),
);

/** "the new financial year"; "the new year" begins in January. */
const newYear: Recogniser<Moment> = as(phrase('the? new financial|municipal|council|fiscal year'), () => ({
  year: 0,
  doubt: COUNTED,
  in: (_, facts) => financialNow(facts, 1),
}));

/** The first such day of a month from which its number has that weekday; a year holds most of them. */
function numberedFrom(named: number, number: number, from: Temporal.PlainDate): Span | undefined {
  const first = Array.from({ length: 24 }, (_, ahead) => months(from.year, from.month + ahead).from)
    .map(({ year, month }) => day(year, month, number))
    .find(found => found && found.dayOfWeek === named && !earlier(found, from));
  return first && { from: first, by: first };
}

/** "Monday 14th", of a month that is not printed. */
export const numberedWeekday: Recogniser<Moment> = as(
  sequence(
    weekday,
    maybe(phrase('the')),
    count,
    glued,
    phrase('st|nd|rd|th'),
    unless(either<unknown>(month, phrase('-|of|to|&|and|/'), sequence(phrase(','), month))),
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

/** "next month", "this financial year", "tomorrow": only the reader's day can place them. */
export const relative: Recogniser<Moment> = either(
  named,
  newYear,
  seasonNamed,
  weekdayNamed,
  numberedWeekday,
  dayNamed,
);
