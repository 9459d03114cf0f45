import type { Within } from '../../../../platform/database/database.ts';
import type { SignedInVisit } from '../../../../platform/http/visit.ts';
import type { Span } from '../../../../timing/calendar.ts';
import { preElectionPeriods } from '../../../calendars/index.ts';
import { workingCalendarOf } from '../../../organisations/index.ts';
import { viewsOfList } from '../../../plans/index.ts';
import { type DayEntry, dueByDay } from '../../queries/due-by-day.ts';
import { namesAsked, occurrenceChoices } from '../../queries/occurrence-choices.ts';
import { windowsBeyond } from '../../queries/windows-beyond.ts';
import { type Asked, isFiltered, mayBeLeftAfter, readAsked } from '../../rules/asked-occurrences.ts';
import { type CalendarDay, daysOf } from '../../rules/calendar-days.ts';
import { type CalendarView, PATHS, spanAsked } from '../../rules/calendar-span.ts';

/** A calendar as an address asks for it: its days, and which occurrences. */
export type CalendarAsked = {
  view: CalendarView;
  span: Span;
  filter: Asked;
  /** The filters stand open. */
  unfolded: boolean;
  account: string;
  today: Temporal.PlainDate;
};

export function readCalendar(visit: SignedInVisit, view: CalendarView): CalendarAsked {
  const today = visit.today();
  const { from: _, by: __, cursor: ___, latest: ____, ...filter } = readAsked(visit.query);
  const span = spanAsked(view, visit.query, today);
  return {
    view,
    span,
    filter,
    unfolded: visit.query.filters === 'all',
    account: visit.who.account.id,
    today,
  };
}

export type SavedView = Awaited<ReturnType<typeof viewsOfList>>[number];

export type ShownDay = CalendarDay & {
  entries: DayEntry[];
  /** How many promises the day has besides, and how many occurrences in all. */
  more: number;
  due: number;
};

/** `most`: how many promises a day shows. */
export async function loadCalendar(within: Within, asked: CalendarAsked, most: number) {
  const { view, span, filter, today, unfolded } = asked;
  const filtered = isFiltered(filter);
  const [entries, windows, working, elections, choices, named, views] = await Promise.all([
    dueByDay(within, span, filter, { today, most }),
    mayBeLeftAfter(filter, span.by, today)
      ? windowsBeyond(within, span, filter, { today, month: view === 'month' })
      : [],
    workingCalendarOf(within),
    preElectionPeriods(within, span),
    unfolded ? occurrenceChoices(within) : undefined,
    namesAsked(within, filter),
    filtered || unfolded ? viewsOfList(within, PATHS.month, asked.account) : undefined,
  ]);
  const days = withEntries(daysOf(span, { today, working, elections }), entries);
  return { asked, days, windows, elections, choices, named, views, filtered };
}

export type Loaded = Awaited<ReturnType<typeof loadCalendar>>;

function withEntries(days: CalendarDay[], entries: DayEntry[]): ShownDay[] {
  const shown = days.map((day): ShownDay => ({ ...day, entries: [], more: 0, due: 0 }));
  for (const entry of entries) {
    const day = shown[entry.day]!;
    day.entries.push(entry);
    day.due = entry.due;
    day.more = entry.promises - day.entries.length;
  }
  for (const day of shown) day.entries.sort(inOrder);
  return shown;
}

/** As the database picked them, and by name where they ask for as much attention. */
const inOrder = (one: DayEntry, other: DayEntry): number =>
  Number(other.missed > 0) - Number(one.missed > 0) ||
  Number(other.open > 0) - Number(one.open > 0) ||
  other.all - one.all ||
  (one.about < other.about ? -1 : 1);

/**
 * Whoever sees what is marked is noted to have seen it: the names of promises are words of their lines. @returns the marking
 * of the page, where it shows any
 */
export function noteEntries(
  { shown }: SignedInVisit,
  entries: readonly { marked: string | null }[],
): { marking?: string } {
  const sensitive = entries.flatMap(({ marked }) => marked ?? []);
  for (const record of sensitive) shown.add(record);
  return sensitive.length ? { marking: 'OFFICIAL-SENSITIVE' } : {};
}

export const noteShown = (visit: SignedInVisit, { days, windows }: Loaded): { marking?: string } =>
  noteEntries(visit, [...days.flatMap(({ entries }) => entries), ...windows]);
