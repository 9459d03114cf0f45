import { RRuleTemporal } from 'rrule-temporal';
import { earlier, financialYear, months, type Span, seasonMonth, week } from './calendar.ts';
import type { Season } from './grammar/names.ts';
import type { Schedule, TimingFacts } from './schedule.ts';

/** First and last day of one occurrence, as ISO days; equal where it is one day. */
export type Window = { from: string; by: string };

const { PlainDate } = Temporal;
const ZONE = 'Europe/London';

/** A Monday and first of a month; from it longer steps are counted where the plan names no beginning, so that they never shift. */
const ANCHOR = new PlainDate(2024, 1, 1);

type Step = Partial<Record<'days' | 'weeks' | 'months' | 'years', number>>;

function stepsTo(start: Temporal.PlainDate, step: Step, today: Temporal.PlainDate): number {
  const [unit = 'days', size = 1] = (Object.entries(step) as [keyof Step, number][])[0] ?? [];
  return Math.floor(start.until(today, { largestUnit: unit })[unit] / size);
}

/** Spans of one length without a gap, beginning with the one that holds `today`. */
function* following(start: Temporal.PlainDate, step: Step, today: Temporal.PlainDate): Generator<Span> {
  for (let n = Math.max(0, stepsTo(start, step, today) - 1); ; n++) {
    const times = (k: number) =>
      Object.fromEntries(Object.entries(step).map(([unit, v]) => [unit, (v ?? 1) * k]));
    const from = start.add(times(n));
    const by = start.add(times(n + 1)).subtract({ days: 1 });
    if (!earlier(by, today)) yield { from, by };
  }
}

const yearStart = (facts: TimingFacts): Temporal.PlainDate => {
  const first = financialYear(facts.today.year, facts).from;
  return earlier(facts.today, first) ? first.subtract({ years: 1 }) : first;
};

type Period = { unit: 'day' | 'week' | 'month' | 'year'; count: number };

/** Where periods of this length begin: quarters and half-years with the financial year, weeks with Monday. */
function beginning(
  { unit, count }: Period,
  facts: TimingFacts,
  from: string | undefined,
): Temporal.PlainDate {
  const given = from ? PlainDate.from(from) : undefined;
  if (unit === 'day') return given ?? (count === 1 ? facts.today : ANCHOR);
  if (unit === 'week') return week(given ?? ANCHOR).from;
  if (unit === 'year')
    return count === 1 ? yearStart(facts) : (given ?? financialYear(ANCHOR.year, facts).from);
  if (count === 1) return months(facts.today.year, facts.today.month).from;
  return 12 % count === 0 ? yearStart(facts) : (given ?? ANCHOR);
}

const windows = (period: Period, facts: TimingFacts, from?: string): Generator<Span> =>
  following(beginning(period, facts, from), { [`${period.unit}s`]: period.count }, facts.today);

/** Days fixed by the rule itself, counted in days so that no clock change can move them. */
function* fixedDays(rule: string, facts: TimingFacts, from: string | undefined): Generator<Span> {
  const stepped = /INTERVAL=/.test(rule);
  const start = from ? PlainDate.from(from) : stepped ? ANCHOR : facts.today;
  const noon = (date: Temporal.PlainDate) => date.toZonedDateTime({ timeZone: ZONE, plainTime: '12:00' });
  const repeated = new RRuleTemporal({ rruleString: rule, dtstart: noon(start) });
  let after = noon(earlier(start, facts.today) ? facts.today : start).subtract({ hours: 24 });
  for (;;) {
    const found = repeated.next(after);
    if (!found) return;
    const day = PlainDate.from(found.toString().slice(0, 10));
    yield { from: day, by: day };
    after = noon(day);
  }
}

function* monthsOfYear(rule: string, facts: TimingFacts): Generator<Span> {
  const named = /BYMONTH=([\d,]+)/.exec(rule)?.[1]?.split(',').map(Number) ?? [];
  for (const span of windows({ unit: 'month', count: 1 }, facts))
    if (named.includes(span.from.month)) yield span;
}

function* seasonsOf(per: string, facts: TimingFacts): Generator<Span> {
  const starts = per.split(' and ').map(name => seasonMonth(name as Season, facts));
  for (const month of windows(
    { unit: 'month', count: 1 },
    { ...facts, today: facts.today.subtract({ months: 2 }) },
  )) {
    const span = months(month.from.year, month.from.month, 3);
    if (starts.includes(span.from.month) && !earlier(span.by, facts.today)) yield span;
  }
}

const UNITS: Record<string, Period> = {
  day: { unit: 'day', count: 1 },
  week: { unit: 'week', count: 1 },
  fortnight: { unit: 'week', count: 2 },
  month: { unit: 'month', count: 1 },
  quarter: { unit: 'month', count: 3 },
  year: { unit: 'year', count: 1 },
};

/** So many occurrences share each period: three times a year is three windows of one year. */
function* shared({ times, per }: NonNullable<Schedule['often']>, facts: TimingFacts): Generator<Span> {
  if (/^(spring|summer|autumn|winter)/.test(per)) yield* seasonsOf(per, facts);
  const period = UNITS[per];
  if (!period) return;
  for (const span of windows(period, facts)) for (let n = 0; n < times; n++) yield span;
}

const FREQUENCIES: Record<string, Period['unit']> = {
  DAILY: 'day',
  WEEKLY: 'week',
  MONTHLY: 'month',
  YEARLY: 'year',
};

function* recurring({ rule, often, from }: Schedule, facts: TimingFacts): Generator<Span> {
  if (often) return yield* shared(often, facts);
  if (!rule) return;
  const unit = FREQUENCIES[/FREQ=(\w+)/.exec(rule)?.[1] ?? ''];
  const count = Number(/INTERVAL=(\d+)/.exec(rule)?.[1] ?? 1);
  if (/BYDAY|BYMONTHDAY/.test(rule)) yield* fixedDays(rule, facts, from);
  else if (/BYMONTH=/.test(rule)) yield* monthsOfYear(rule, facts);
  else if (unit) yield* windows({ unit, count }, facts, from);
}

const asWindow = ({ from, by }: Span): Window => ({ from: from.toString(), by: by.toString() });

function nextRecurring(schedule: Schedule, facts: TimingFacts, count: number): Window[] {
  const found: Window[] = [];
  for (const span of recurring(schedule, facts)) {
    const window = asWindow(span);
    if (found.length >= count || (schedule.by && window.from > schedule.by)) break;
    if (!schedule.from || window.by >= schedule.from) found.push(window);
  }
  return found;
}

/** Its own window while that is not past; a bare deadline can be met from today on. */
function nextDated({ from, by }: Schedule, today: string): Window[] {
  if (by) return by < today ? [] : [{ from: from ?? today, by }];
  return from && from >= today ? [{ from, by: from }] : [];
}

/**
 * The next dated occurrences of a timing, or the windows in which they fall, none of them over before today.
 * Weeks are Monday to Sunday, months those of the calendar, quarters and years those of the financial year.
 * Terms, meetings, hours and everything without a date have none.
 */
export function nextDates(schedule: Schedule, facts: TimingFacts, count: number): Window[] {
  if (count < 1) return [];
  if (schedule.kind === 'recurring') return nextRecurring(schedule, facts, count);
  return schedule.kind === 'dated' ? nextDated(schedule, facts.today.toString()).slice(0, count) : [];
}

// made once: making a formatter costs a hundred times its use
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'short' });

/** "8 Apr" for a day, "w/c 7 Apr" for a week, else "by 30 Jun"; with the year when it is not this year's. */
export function inShort({ from, by }: Window, today: Temporal.PlainDate): string {
  const [first, last] = [PlainDate.from(from), PlainDate.from(by)];
  const short = (date: Temporal.PlainDate) => {
    const month = MONTH.format(date).slice(0, 3);
    return `${date.day} ${month}${date.year === today.year ? '' : ` ${date.year}`}`;
  };
  if (first.equals(last)) return short(first);
  const isWeek = first.dayOfWeek === 1 && first.until(last).days === 6;
  return isWeek ? `w/c ${short(first)}` : `by ${short(last)}`;
}
