import { months, type Span, week } from '../../../timing/calendar.ts';
import { addressOf, dayOf, type Filter, type Query, said } from './asked-occurrences.ts';

/** What a calendar shows at once. */
export const VIEWS = ['month', 'week', 'agenda'] as const;
export type CalendarView = (typeof VIEWS)[number];

export const PATHS: Record<CalendarView, string> = {
  month: '/calendar',
  week: '/calendar/week',
  agenda: '/calendar/agenda',
};

const { PlainDate } = Temporal;

/** In days, the first among them: as far as somebody looks ahead, and as far as one page reads. */
const AGENDA = 28;
const LONGEST_AGENDA = 92;

/** The days that an address asks for; those around today where it names none. */
export function spanAsked(view: CalendarView, query: Query, today: Temporal.PlainDate): Span {
  const from = dayIn(query.from);
  switch (view) {
    case 'month':
      return monthOf(dayIn(`${query.month}-01`) ?? from ?? today);
    case 'week':
      return week(from ?? today);
    case 'agenda':
      return agendaOf(from ?? today, dayIn(query.by));
  }
}

const dayIn = (said: string | string[] | undefined): Temporal.PlainDate | undefined => {
  const day = typeof said === 'string' ? dayOf(said) : undefined;
  return day ? PlainDate.from(day) : undefined;
};

const monthOf = ({ year, month }: Temporal.PlainDate): Span => months(year, month);

function agendaOf(from: Temporal.PlainDate, by: Temporal.PlainDate | undefined): Span {
  if (!by || PlainDate.compare(by, from) < 0) return { from, by: from.add({ days: AGENDA - 1 }) };
  const last = from.add({ days: LONGEST_AGENDA - 1 });
  return { from, by: PlainDate.compare(by, last) < 0 ? by : last };
}

/** The days before (-1) or after (1) those that are shown, as many. */
export function beside(view: CalendarView, { from, by }: Span, step: -1 | 1): Span {
  if (view === 'month') return monthOf(from.add({ months: step }));
  const days = (from.until(by).days + 1) * step;
  return { from: from.add({ days }), by: by.add({ days }) };
}

/** Where the days of a span stand in a calendar, with the same filters. */
export function calendarAddress(
  view: CalendarView,
  { from, by }: Span,
  filter: Filter,
  more: Record<string, string | undefined> = {},
): string {
  const address = addressOf({ ...filter, from: undefined, by: undefined }, PATHS[view]);
  const days = {
    month: { month: from.toString().slice(0, 7) },
    week: { from: from.toString() },
    agenda: { from: from.toString(), by: by.toString() },
  }[view];
  const query = Object.entries({ ...days, ...more }).flatMap(([name, value]) => said(name, value));
  return `${address}${address.includes('?') ? '&' : '?'}${query.join('&')}`;
}
