import { earlier, financialYear, months, type Span, week } from '../calendar.ts';
import type { YearFacts } from '../schedule.ts';
import { isWorkingDay } from '../working/working.ts';
import type { Known } from './known.ts';
import type { Length, Unit } from './series.ts';

const { PlainDate } = Temporal;

/** In months, of the units that the year is divided into. */
const MONTHS: Partial<Record<Unit, number>> = { month: 1, quarter: 3, 'half-year': 6, year: 12 };

/**
 * The periods of one length that touch `span`, in order and without a gap. Weeks begin on Monday, months on their first;
 * quarters, half-years and years with the financial year. Longer steps ("every eight weeks") are counted from the period
 * that holds `begins`, so that they never shift with the day on which one asks.
 */
export function* periods(length: Length, begins: string, span: Span, known: Known): Generator<Span> {
  if (length.unit === 'working-day') return yield* workingDays(length.count, begins, span, known);
  const first = holding(PlainDate.from(begins), length.unit, known.year);
  const step = stepOf(length);
  for (let n = Math.max(0, passed(first, step, span.from) - 1); ; n++) {
    const from = first.add(times(step, n));
    if (earlier(span.by, from)) return;
    const by = first.add(times(step, n + 1)).subtract({ days: 1 });
    if (!earlier(by, span.from)) yield { from, by };
  }
}

/** The period that holds the day on which they begin to be counted. */
export function firstPeriod(length: Length, begins: Temporal.PlainDate, year: YearFacts): Span {
  const from = holding(begins, length.unit, year);
  return { from, by: from.add(stepOf(length)).subtract({ days: 1 }) };
}

type Step = { days: number } | { months: number };

function stepOf({ count, unit }: Length): Step {
  const inMonths = MONTHS[unit];
  return inMonths ? { months: inMonths * count } : { days: (unit === 'week' ? 7 : 1) * count };
}

const times = (step: Step, n: number): Step =>
  'months' in step ? { months: step.months * n } : { days: step.days * n };

function passed(first: Temporal.PlainDate, step: Step, until: Temporal.PlainDate): number {
  const [unit, size] = 'months' in step ? (['months', step.months] as const) : (['days', step.days] as const);
  return Math.floor(first.until(until, { largestUnit: unit })[unit] / size);
}

/** The first day of the single period that holds a day. */
function holding(day: Temporal.PlainDate, unit: Unit, year: YearFacts): Temporal.PlainDate {
  if (unit === 'week') return week(day).from;
  const size = MONTHS[unit];
  if (!size) return day;
  if (size === 1) return months(day.year, day.month).from;
  const first = financialYear(day.year, year).from;
  const start = earlier(day, first) ? first.subtract({ years: 1 }) : first;
  return start.add({ months: size * passed(start, { months: size }, day) });
}

/** Working days are counted one by one: where every second is meant, from the first on or after `begins`. */
function* workingDays(count: number, begins: string, span: Span, { working }: Known): Generator<Span> {
  let at = PlainDate.from(begins);
  for (let nth = 0; !earlier(span.by, at); at = at.add({ days: 1 })) {
    if (!isWorkingDay(at, working)) continue;
    if (nth++ % count === 0 && !earlier(at, span.from)) yield { from: at, by: at };
  }
}
