import { day, monthOf, shortDay } from '../../../../language/words.ts';
import type { Span } from '../../../../timing/calendar.ts';
import { whereHeld } from '../../../calendars/index.ts';
import type { WindowBeyond } from '../../queries/windows-beyond.ts';
import { addressOf } from '../../rules/asked-occurrences.ts';
import { beside, type CalendarView, calendarAddress, VIEWS } from '../../rules/calendar-span.ts';
import type { CalendarAsked, Loaded } from './load.ts';

const VIEW_WORDS: Record<CalendarView, string> = { month: 'Month', week: 'Week', agenda: 'Agenda' };
const BACK: Record<CalendarView, string> = {
  month: 'Month before',
  week: 'Week before',
  agenda: 'Days before',
};
const ON: Record<CalendarView, string> = { month: 'Month after', week: 'Week after', agenda: 'Days after' };

/** "April 2025", "7 to 13 April 2025", "8 April 2025" */
export function spanWords(view: CalendarView, { from, by }: Span): string {
  if (view === 'month') return `${monthOf(from)} ${from.year}`;
  if (from.equals(by)) return day(from);
  return from.year === by.year
    ? `${from.month === by.month ? from.day : shortDay(from)} to ${day(by)}`
    : `${day(from)} to ${day(by)}`;
}

/** What stands around the days, whichever way they are shown: the other ways, the days beside, and what is quiet. */
export function aroundFacts({ asked, elections, windows }: Loaded): object {
  const { view, span, filter, today } = asked;
  return {
    when: spanWords(view, span),
    views: VIEWS.map(one => ({
      text: VIEW_WORDS[one],
      href: viewHref(one, asked),
      current: one === view,
    })),
    before: { text: BACK[view], href: calendarAddress(view, beside(view, span, -1), filter) },
    after: { text: ON[view], href: calendarAddress(view, beside(view, span, 1), filter) },
    now: { text: 'Today', href: calendarAddress(view, { from: today, by: today }, filter) },
    windows: windows.map(one => windowItem(one, asked)),
    elections: elections.map(one => ({
      title: one.title,
      from: one.from,
      by: one.by,
      where: whereHeld(one),
    })),
  };
}

/** What of a window is done, and until when there is time for the rest. */
function windowItem(one: WindowBeyond, { filter, span }: CalendarAsked) {
  const { about, promise, by, all, met, late, planTitle } = one;
  const done = met + late;
  return {
    when: by.year === span.by.year ? shortDay(by) : `${shortDay(by)} ${by.year}`,
    link: { text: about, href: addressOf({ ...filter, promise, from: by.toString(), by: by.toString() }) },
    words: all > 1 ? `, ${all} times` : '',
    note: [done && `${done} done`, planTitle].filter(Boolean).join(' · '),
  };
}

/** Another way to show days that are shown now: those around today, where it is among them. */
function viewHref(view: CalendarView, { span, filter, today, view: shown }: CalendarAsked): string {
  if (view === shown) return calendarAddress(view, span, filter);
  const inside =
    Temporal.PlainDate.compare(span.from, today) <= 0 && Temporal.PlainDate.compare(today, span.by) <= 0;
  const from = inside ? today : span.from;
  const by = view === 'agenda' ? from.add({ days: 27 }) : from;
  return calendarAddress(view, { from, by }, filter);
}
