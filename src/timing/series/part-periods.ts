import type { Span } from '../calendar.ts';
import type { YearFacts } from '../schedule.ts';
import { firstPeriod } from './periods.ts';
import type { Series } from './series.ts';
import { lengthInWords, timesInWords } from './words.ts';

type Each = Extract<Series, { kind: 'each' }>;

const { PlainDate } = Temporal;
const days = ({ from, by }: Span): number => from.until(by).days + 1;

/** How often it is due in what is left of a period: its share of several, and once at the least. */
export const timesIn = (left: Span, whole: Span, times: number): number =>
  times === 1 ? 1 : Math.max(1, Math.round((times * days(left)) / days(whole)));

/**
 * What is proposed in the midst of a period begins with it where at least half of it is left, else with the next whole one:
 * nobody means by "quarterly" that the panel of a quarter is held in its last week. Where the promise ends before there is
 * another one, what is left is all there is.
 */
export function fromNextWhole(series: Each, year: YearFacts): Each {
  const from = PlainDate.from(series.from);
  const whole = firstPeriod(series.period, from, year);
  if (2 * days({ from, by: whole.by }) >= days(whole)) return series;
  const next = whole.by.add({ days: 1 }).toString();
  return series.until && series.until < next ? series : { ...series, from: next };
}

/** With which period it begins, for whoever is to agree to it; nothing where that has begun before, or goes by single days. */
export function beginningInWords(
  series: Series,
  today: Temporal.PlainDate,
  year: YearFacts,
): string | undefined {
  if (series.kind !== 'each' || /day$/.test(series.period.unit)) return undefined;
  const { times, period } = series;
  const from = PlainDate.from(series.from);
  const whole = firstPeriod(period, from, year);
  const now = PlainDate.compare(from, today) <= 0;
  if (PlainDate.compare(whole.by, today) < 0 || (now && from.equals(whole.from))) return undefined;
  const left = timesIn({ from, by: whole.by }, whole, times);
  const share = left < times ? `, ${timesInWords(left)} in what is left of it` : '';
  const name = period.count === 1 ? lengthInWords(period).replace('one ', '') : lengthInWords(period);
  if (now) return `Begins with this ${name}${share}.`;
  return `Begins on ${inFull(from)}${from.equals(whole.from) ? `, with a whole ${name}` : share}.`;
}

const inFull = (day: Temporal.PlainDate): string => day.toLocaleString('en-GB', { dateStyle: 'long' });
