import { day, earlier, type Span } from '../calendar.ts';
import type { Season } from '../grammar/names.ts';
import type { TimingFacts } from '../schedule.ts';

/** A stretch of the calendar as words name it, often without its year. */
export type Moment = {
  /** The year in which it begins; for quarters and financial years the year in which that year begins. */
  year?: number;
  /** Its days in a given year; nothing where the calendar has no such day. */
  in: (year: number, facts: TimingFacts) => Span | undefined;
  /** The months it names, 1 for January, where a yearly rule could say them. */
  months?: number[];
  dayOfMonth?: number;
  season?: Season;
  /** The weekday printed beside it, 1 for Monday. */
  weekday?: number;
  /** It names its own last day ("the end of June"), so that it sets a deadline and no beginning. */
  deadline?: true;
  /** A day or a time with a name of its own ("Black History Month"). */
  feast?: true;
  /** The reading as a month of a year, where its neighbours show that no day can be meant ("Apr-Jun 25"). */
  plainly?: Moment;
  /** It is a whole year of some kind. */
  whole?: true;
  doubt?: string;
};

export const fixed = (span: Span | undefined): Moment => ({ year: span?.from.year ?? 0, in: () => span });

const inside = (span: Span | undefined, from: Temporal.PlainDate, by: Temporal.PlainDate) =>
  span !== undefined && !earlier(span.from, from) && !earlier(by, span.by);

/** The first year from `start` whose days satisfy; two leap cycles are enough for 29 February. */
function firstYear(start: number, satisfies: (year: number) => boolean): number | undefined {
  return Array.from({ length: 10 }, (_, i) => start + i).find(satisfies);
}

function yearFor(moment: Moment, facts: TimingFacts): number | undefined {
  const period = facts.documentPeriod;
  if (period) {
    const from = Temporal.PlainDate.from(period.from);
    const by = Temporal.PlainDate.from(period.by);
    const found = firstYear(from.year - 1, year => inside(moment.in(year, facts), from, by));
    if (found !== undefined && found <= by.year) return found;
  }
  if (facts.documentYear !== undefined) return facts.documentYear;
  return firstYear(facts.today.year - 1, year => {
    const span = moment.in(year, facts);
    return span !== undefined && !earlier(span.by, facts.today);
  });
}

/** The days meant: in the moment's own year, else in the document's, else the next from today. */
export function resolve(moment: Moment, facts: TimingFacts): Span | undefined {
  const year = moment.year ?? yearFor(moment, facts);
  return year === undefined ? undefined : moment.in(year, facts);
}

/** As `resolve`, for a moment that is said to come after another. */
export function resolveAfter(moment: Moment, first: Span, facts: TimingFacts): Span | undefined {
  if (moment.year !== undefined) return resolve(moment, facts);
  const year = firstYear(first.from.year - 1, y => {
    const span = moment.in(y, facts);
    return span !== undefined && !earlier(span.from, first.from);
  });
  return year === undefined ? undefined : moment.in(year, facts);
}

/** As `resolve`, for a moment that is said to come before another. */
export function resolveBefore(moment: Moment, last: Span, facts: TimingFacts): Span | undefined {
  if (moment.year !== undefined) return resolve(moment, facts);
  const year = [1, 0, -1, -2, -3, -4]
    .map(n => last.from.year + n)
    .find(y => {
      const span = moment.in(y, facts);
      return span !== undefined && !earlier(last.by, span.by) && !earlier(last.from, span.from);
    });
  return year === undefined ? undefined : moment.in(year, facts);
}

const WEEKDAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
export const weekdayName = (weekday: number): string => WEEKDAY_NAMES[weekday - 1] ?? '';

/** The weekday printed beside a date and the calendar disagree. */
export function weekdayDoubt(moment: Moment, span: Span): string | undefined {
  if (!moment.weekday || span.from.dayOfWeek === moment.weekday) return undefined;
  const printed = weekdayName(moment.weekday);
  return `${span.from.toLocaleString('en-GB', { dateStyle: 'long' })} is a ${weekdayName(span.from.dayOfWeek)}, not a ${printed}: which is meant?`;
}

export const onDay = (month: number, dayOfMonth: number, year?: number): Moment => ({
  year,
  months: [month],
  dayOfMonth,
  in: y => {
    const found = day(y, month, dayOfMonth);
    return found && { from: found, by: found };
  },
});
