import type { Span } from '../../../timing/calendar.ts';
import { type WorkingCalendar, whyNotWorking } from '../../../timing/working/working.ts';
import type { PreElection } from '../../calendars/index.ts';

/** A day of a calendar, with what is known of it beside what falls due. */
export type CalendarDay = {
  date: Temporal.PlainDate;
  /** "2025-04-08" */
  iso: string;
  today: boolean;
  past: boolean;
  /** Nobody works on it; `name`: a bank holiday or why the organisation is closed. */
  off?: { name?: string };
  /** Publicity is held back; `begins`, `polls`: the elections of which that is the first or the last day. */
  quiet?: { begins: string[]; polls: string[] };
};

const { PlainDate } = Temporal;

/** The days of a span, in their order. */
export function daysOf(
  { from, by }: Span,
  known: { today: Temporal.PlainDate; working: WorkingCalendar; elections: readonly PreElection[] },
): CalendarDay[] {
  const length = from.until(by).days + 1;
  return Array.from({ length }, (_, at) => dayOf(from.add({ days: at }), known));
}

function dayOf(
  date: Temporal.PlainDate,
  { today, working, elections }: Parameters<typeof daysOf>[1],
): CalendarDay {
  const why = whyNotWorking(date, working);
  const over = elections.filter(one => within(date, one));
  return {
    date,
    iso: date.toString(),
    today: date.equals(today),
    past: PlainDate.compare(date, today) < 0,
    ...(why && { off: 'name' in why ? { name: why.name } : {} }),
    ...(over.length && {
      quiet: {
        begins: over.filter(one => one.from.equals(date)).map(({ title }) => title),
        polls: over.filter(one => one.by.equals(date)).map(({ title }) => title),
      },
    }),
  };
}

const within = (day: Temporal.PlainDate, { from, by }: Span): boolean =>
  PlainDate.compare(from, day) <= 0 && PlainDate.compare(day, by) <= 0;

/** Weeks of seven from Monday; nothing where a week begins before the days do, or ends after them. */
export function inWeeks<Day extends { date: Temporal.PlainDate }>(
  days: readonly Day[],
): (Day | undefined)[][] {
  const before = days.length ? days[0]!.date.dayOfWeek - 1 : 0;
  const places = [...Array.from({ length: before }, () => undefined), ...days];
  const weeks = Math.ceil(places.length / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, at) => places[week * 7 + at]),
  );
}
