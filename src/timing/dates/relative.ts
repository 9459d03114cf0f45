import {
  calendarYear,
  earlier,
  financialQuarter,
  financialYear,
  months,
  type Span,
  seasonMonth,
  week,
} from '../calendar.ts';
import { as, either, meaning, phrase, type Recogniser, sequence } from '../grammar/grammar.ts';
import { type Season, season, weekday } from '../grammar/names.ts';
import type { TimingFacts } from '../schedule.ts';
import type { Moment } from './moment.ts';
import { numberedWeekday } from './numbered-weekday.ts';

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

/** "next month", "this financial year", "tomorrow": only the reader's day can place them. */
export const relative: Recogniser<Moment> = either(
  named,
  newYear,
  seasonNamed,
  weekdayNamed,
  numberedWeekday,
  dayNamed,
);
