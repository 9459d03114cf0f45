/**
 * RFC 5545, 3.3.10, read once more from its words and as slowly as they allow: every period is walked, every day of it is
 * held against every part. It shares nothing with the product, which it is there to be compared with.
 */
type Parts = {
  freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  interval: number;
  months: number[];
  monthDays: number[];
  days: { n: number; weekday: number }[];
  positions: number[];
  count: number;
  until?: string;
  weekStart: number;
};

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const weekdayOf = (code: string) => WEEKDAYS.indexOf(code.slice(-2)) + 1;

function partsOf(rule: string): Parts {
  const said = new Map(rule.split(';').map(part => part.split('=') as [string, string]));
  const listed = (name: string) => said.get(name)?.split(',') ?? [];
  return {
    freq: said.get('FREQ') as Parts['freq'],
    interval: Number(said.get('INTERVAL') ?? 1),
    months: listed('BYMONTH').map(Number),
    monthDays: listed('BYMONTHDAY').map(Number),
    days: listed('BYDAY').map(code => ({ n: Number(code.slice(0, -2) || 0), weekday: weekdayOf(code) })),
    positions: listed('BYSETPOS').map(Number),
    count: Number(said.get('COUNT') ?? Number.POSITIVE_INFINITY),
    until: said.get('UNTIL'),
    weekStart: weekdayOf(said.get('WKST') ?? 'MO'),
  };
}

/** The days of a rule that begins on `begins`, up to and with `last`, as ISO days. */
export function daysByBruteForce(rule: string, begins: string, last: string): string[] {
  const parts = partsOf(rule);
  const start = Temporal.PlainDate.from(begins);
  const found: string[] = [];
  for (const period of periodsOf(parts, start, last))
    for (const day of picked(period.filter(day => fits(day, parts, start)).map(String), parts.positions)) {
      if (day < begins || day > last || found.length >= parts.count) continue;
      if (parts.until && day.replaceAll('-', '') > parts.until.slice(0, 8)) continue;
      found.push(day);
    }
  return found;
}

function picked(days: string[], positions: number[]): string[] {
  if (!positions.length) return days;
  return days.filter((_, at) => positions.includes(at + 1) || positions.includes(at - days.length));
}

/** All the days of every period that the interval allows. */
function* periodsOf({ freq, interval, weekStart }: Parts, start: Temporal.PlainDate, last: string) {
  const sinceWeek = (start.dayOfWeek - weekStart + 7) % 7;
  const first = {
    DAILY: start,
    WEEKLY: start.subtract({ days: sinceWeek }),
    MONTHLY: start.with({ day: 1 }),
    YEARLY: start.with({ month: 1, day: 1 }),
  }[freq];
  const unit = { DAILY: 'days', WEEKLY: 'weeks', MONTHLY: 'months', YEARLY: 'years' }[freq];
  for (let n = 0; ; n += interval) {
    const from = first.add({ [unit]: n });
    if (from.toString() > last) return;
    const next = first.add({ [unit]: n + 1 });
    const days = from.until(next, { largestUnit: 'days' }).days;
    yield Array.from({ length: days }, (_, at) => from.add({ days: at }));
  }
}

function fits(day: Temporal.PlainDate, parts: Parts, start: Temporal.PlainDate): boolean {
  if (parts.months.length && !parts.months.includes(day.month)) return false;
  const fromEnd = day.day - day.daysInMonth - 1;
  if (parts.monthDays.length && !parts.monthDays.some(n => n === day.day || n === fromEnd)) return false;
  if (parts.days.length) return parts.days.some(({ n, weekday }) => isNth(day, n, weekday, parts));
  return parts.monthDays.length > 0 || asBegun(day, parts, start);
}

/** Where the rule names no day, the beginning does. */
function asBegun(day: Temporal.PlainDate, { freq, months }: Parts, start: Temporal.PlainDate): boolean {
  if (freq === 'DAILY') return true;
  if (freq === 'WEEKLY') return day.dayOfWeek === start.dayOfWeek;
  return day.day === start.day && (freq === 'MONTHLY' || months.length > 0 || day.month === start.month);
}

function isNth(day: Temporal.PlainDate, n: number, weekday: number, { freq, months }: Parts): boolean {
  if (day.dayOfWeek !== weekday) return false;
  if (n === 0 || freq === 'DAILY' || freq === 'WEEKLY') return true;
  const ofYear = freq === 'YEARLY' && !months.length;
  const place = ofYear ? day.dayOfYear : day.day;
  const size = ofYear ? day.daysInYear : day.daysInMonth;
  return n > 0 ? Math.ceil(place / 7) === n : Math.ceil((size - place + 1) / 7) === -n;
}
