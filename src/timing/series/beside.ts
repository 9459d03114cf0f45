import { earlier, type Span } from '../calendar.ts';
import { workingDayFrom, workingDaysAfter } from '../working/working.ts';
import type { Entry, Known, NamedCalendar } from './known.ts';
import type { Beside, Due, Length, Series } from './series.ts';

const { PlainDate } = Temporal;

type BesideSeries = Extract<Series, { kind: 'beside' }>;

/** What a calendar's entries set, each known by its entry: where a meeting is moved, what hangs on it moves with it. */
export function dueBeside(series: BesideSeries, calendar: NamedCalendar, known: Known): Due[] {
  return meant(calendar.entries, series.called).flatMap(entry => {
    const span = { from: PlainDate.from(entry.from), by: PlainDate.from(entry.by) };
    const days = daysBeside(span, series.days, known);
    const at = entry.at !== undefined && days.from.equals(span.from) && days.by.equals(span.from);
    const time = at ? { at: Temporal.PlainTime.from(entry.at!) } : {};
    return Array.from({ length: series.times ?? 1 }, (_, n) => ({
      key: n ? `${entry.id}#${n + 1}` : entry.id,
      ...days,
      ...time,
    }));
  });
}

/** The entries called so; all of them where no name is given. */
export function meant(entries: readonly Entry[], called: string | undefined): readonly Entry[] {
  const name = called?.trim().toLowerCase();
  return name ? entries.filter(entry => entry.title.trim().toLowerCase() === name) : entries;
}

function daysBeside(entry: Span, days: Beside, known: Known): Span {
  switch (days.at) {
    case 'during':
      return entry;
    case 'first-day':
      return { from: entry.from, by: entry.from };
    case 'last-day':
      return { from: entry.by, by: entry.by };
    case 'first-week':
      return { from: entry.from, by: sooner(weekEnd(entry.from), entry.by) };
    case 'last-week':
      return { from: later(entry.by.subtract({ days: entry.by.dayOfWeek - 1 }), entry.from), by: entry.by };
    default:
      return away(entry, days, known);
  }
}

function away(entry: Span, days: Extract<Beside, { far: Length }>, known: Known): Span {
  const end = days.end === 'first-day' ? entry.from : entry.by;
  const day = apart(end, days.far, days.at === 'before' ? -1 : 1, known);
  if (!days.within) return { from: day, by: day };
  return days.at === 'before' ? { from: day, by: end } : { from: end, by: day };
}

/** So many units after a day, or before it; an event's own day is never counted. */
export function apart(
  day: Temporal.PlainDate,
  { count, unit }: Length,
  sign: 1 | -1,
  { working }: Pick<Known, 'working'>,
): Temporal.PlainDate {
  const n = sign * count;
  if (unit === 'working-day') return count ? workingDaysAfter(day, n, working) : workingDayFrom(day, working);
  if (unit === 'day') return day.add({ days: n });
  if (unit === 'week') return day.add({ weeks: n });
  return day.add({ months: n * { month: 1, quarter: 3, 'half-year': 6, year: 12 }[unit] });
}

const weekEnd = (day: Temporal.PlainDate) => day.add({ days: 7 - day.dayOfWeek });
const sooner = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (earlier(a, b) ? a : b);
const later = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (earlier(a, b) ? b : a);
