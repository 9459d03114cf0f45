import { earlier, type Span } from '../calendar.ts';
import { dueBeside } from './beside.ts';
import { daysOfRule, namesWeekends } from './by-rule.ts';
import type { Known } from './known.ts';
import { occasionIn } from './occasions.ts';
import { timesIn } from './part-periods.ts';
import { periods } from './periods.ts';
import type { Due, Length, Series } from './series.ts';
import { shifted } from './shift.ts';

const { PlainDate, PlainTime } = Temporal;

/**
 * Everything that a series sets which touches the days of `span`, in order. The same series gives the same keys and days
 * for whatever span one asks, so that what is written down once is found again.
 */
export function dueDates(series: Series, span: Span, known: Known): Due[] {
  const held = overlap(boundsOf(series), span);
  if (!held) return [];
  return [...found(series, held, known)]
    .filter(due => overlap(due, span))
    .sort((a, b) => PlainDate.compare(a.from, b.from) || PlainDate.compare(a.by, b.by));
}

/** Further than any plan reaches, for a series without an end. */
const NEVER = new PlainDate(9999, 12, 31);
const EVER = new PlainDate(1, 1, 1);

/** The days on which a series holds. */
function boundsOf(series: Series): Span {
  const { from, until } = 'from' in series ? series : {};
  return { from: from ? PlainDate.from(from) : EVER, by: until ? PlainDate.from(until) : NEVER };
}

function overlap(a: Span, b: Span): Span | undefined {
  const both = { from: latest(a.from, b.from), by: soonest(a.by, b.by) };
  return earlier(both.by, both.from) ? undefined : both;
}

const holds = (series: Series, day: Temporal.PlainDate): boolean => {
  const { from, by } = boundsOf(series);
  return !earlier(day, from) && !earlier(by, day);
};

function found(series: Series, span: Span, known: Known): Iterable<Due> {
  switch (series.kind) {
    case 'rule':
      return byRule(series, span, known);
    case 'each':
      return inPeriods(series.period, series.times, series, span, known);
    case 'continuous':
      return inPeriods(series.look, 1, series, span, known);
    case 'days':
      return byThemselves(series);
    case 'occasions':
      return onOccasions(series, span, known);
    case 'beside':
      return besideEntries(series, known);
    case 'triggered':
      return []; // nothing is due before something has happened: see after-event.ts
  }
}

type Of<K extends Series['kind']> = Extract<Series, { kind: K }>;

/** No holiday moves a day further than this, in days. */
const FURTHEST_SHIFT = 14;

function byRule(series: Of<'rule'>, span: Span, known: Known): Due[] {
  const weekends = namesWeekends(series.rule);
  // a day before or after the span may be moved into it
  const around = {
    from: span.from.subtract({ days: FURTHEST_SHIFT }),
    by: span.by.add({ days: FURTHEST_SHIFT }),
  };
  const asked = overlap(around, boundsOf(series));
  return asked
    ? daysOfRule(series.rule, PlainDate.from(series.from), asked).map(due => ({
        ...shifted(due, known, { weekends }),
        ...timeOf(series),
      }))
    : [];
}

const timeOf = ({ at }: { at?: string }) => (at === undefined ? {} : { at: PlainTime.from(at) });

function* inPeriods(
  length: Length,
  times: number,
  series: Of<'each' | 'continuous'>,
  span: Span,
  known: Known,
): Generator<Due> {
  for (const period of periods(length, series.from, span, known)) {
    // the first period is promised for the rest that it had when the promise began, the last until the promise ends, if that is half of it
    const held = overlap(period, boundsOf(series));
    if (held)
      yield* shared(held, timesIn(held, period, { times, from: series.from }), period.from.toString());
  }
}

/** Several in one window, each with the day by which it should be done if they are spread. */
function* shared(held: Span, times: number, key: string): Generator<Due> {
  const days = held.from.until(held.by).days + 1;
  for (let n = 1; n <= times; n++) {
    const pace = held.from.add({ days: Math.max(0, Math.ceil((days * n) / times) - 1) });
    yield { key: n === 1 ? key : `${key}#${n}`, ...held, ...(times > 1 ? { pace } : {}) };
  }
}

function* byThemselves({ windows, at }: Of<'days'>): Generator<Due> {
  const seen = new Map<string, number>();
  for (const { from, by } of windows) {
    const name = from === by ? by : `${from}/${by}`;
    const n = (seen.get(name) ?? 0) + 1;
    seen.set(name, n);
    const key = n === 1 ? name : `${name}#${n}`;
    yield { key, from: PlainDate.from(from), by: PlainDate.from(by), ...timeOf({ at }) };
  }
}

/** Halloween stays on its Sunday: no holiday moves what the day itself is kept for. */
function* onOccasions(series: Of<'occasions'>, span: Span, { year }: Known): Generator<Due> {
  for (let at = span.from.year - 1; at <= span.by.year + 1; at++)
    for (const words of series.occasions) {
      const days = occasionIn(words, at, year);
      if (!days || !holds(series, days.by)) continue;
      const from = days.from.subtract({ days: series.lead ?? 0 });
      yield { key: `${words.trim().toLowerCase()} ${at}`, from, by: days.by };
    }
}

function besideEntries(series: Of<'beside'>, known: Known): Due[] {
  const calendar = known.calendars.get(series.calendar);
  return calendar ? dueBeside(series, calendar, known).filter(due => holds(series, due.by)) : [];
}

const latest = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (earlier(a, b) ? b : a);
const soonest = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (earlier(a, b) ? a : b);
