import { day as inFull } from '../../language/words.ts';
import type { Span } from '../calendar.ts';
import type { YearFacts } from '../schedule.ts';
import { firstPeriod } from './periods.ts';
import type { Series } from './series.ts';
import { lengthInWords, timesInWords } from './words.ts';

type Each = Extract<Series, { kind: 'each' }>;

const { PlainDate } = Temporal;
const days = ({ from, by }: Span): number => from.until(by).days + 1;

/** How often it is due in a part of a period: its share, so that what is once in the whole is due where half of it is held. */
const share = (part: Span, whole: Span, times: number): number =>
  Math.round((times * days(part)) / days(whole));

/** In the first period that a promise holds, it is due once at the least: somebody said from which day on. */
export const timesInFirst = (part: Span, whole: Span, times: number): number =>
  Math.max(1, share(part, whole, times));

export const timesIn = (held: Span, whole: Span, { times, from }: { times: number; from: string }): number =>
  PlainDate.compare(whole.from, PlainDate.from(from)) <= 0
    ? timesInFirst(held, whole, times)
    : share(held, whole, times);

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
  const left = timesInFirst({ from, by: whole.by }, whole, times);
  const rest = left < times ? `, ${timesInWords(left)} in what is left of it` : '';
  const name = period.count === 1 ? lengthInWords(period).replace('one ', '') : lengthInWords(period);
  if (now) return `Begins with this ${name}${rest}.`;
  return `Begins on ${inFull(from)}${from.equals(whole.from) ? `, with a whole ${name}` : rest}.`;
}
