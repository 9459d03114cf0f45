import type { Draft, Recurring, Rule } from './draft.ts';

/** What two timings that stand together mean as one, if they do. */
export type Join = (first: Draft, second: Draft) => Draft | undefined;

export const plainRule = (rule: Rule | undefined): rule is Rule =>
  rule !== undefined && !rule.byDay && !rule.byMonth && !rule.byMonthDay;

/** "annually each April", "Thursdays, fortnightly": one says the other more exactly. */
export const sameRecurrence: Join = (first, second) => {
  if (first.kind !== 'recurring' || second.kind !== 'recurring' || !first.rule || !second.rule)
    return undefined;
  const [a, b] = [first.rule, second.rule];
  if (a.freq !== b.freq) return undefined;
  const same = (a.interval ?? 1) === (b.interval ?? 1);
  if (plainRule(a) && plainRule(b)) return same ? { ...first, ...second } : undefined;
  const doubt = first.doubt ?? (second.unsure ? undefined : second.doubt);
  if (plainRule(a) && (b.interval ?? 1) === 1) {
    return { ...first, ...second, rule: { ...b, interval: a.interval }, doubt };
  }
  const closer = plainRule(b) && (a.interval ?? 1) === 1 && !first.promised;
  return closer ? { ...first, rule: { ...a, interval: b.interval }, doubt: second.doubt } : undefined;
};

/** One of the two meanings of "bi-monthly", by how often a year each is: four times apart, as 6 is from 24. */
const settles = (first: Recurring, second: Recurring): boolean => {
  const often = (one: Recurring) => (one.rule ? timesAYear(one.rule) : one.often ? countAYear(one.often) : 0);
  return [1, 4, 9, 1 / 4].includes(often(second) / often(first));
};

/** "quarterly (4 per year)": the same said twice. */
export const saidTwice: Join = (first, second) => {
  if (first.kind !== 'recurring' || second.kind !== 'recurring') return undefined;
  if (first.ambiguous && !second.ambiguous && !second.unsure && settles(first, second)) return second;
  if (first.often && second.often && countAYear(first.often) === countAYear(second.often)) return first;
  const [ruled, counted] = first.often ? [second, first] : [first, second];
  if (!ruled.rule || !plainRule(ruled.rule) || !counted.often || counted.rule) return undefined;
  // six-weekly is eight times a year, or nearly nine
  return Math.abs(timesAYear(ruled.rule) - countAYear(counted.often)) < 1
    ? { ...ruled, doubt: undefined }
    : undefined;
};

const A_YEAR = { MINUTELY: 0, HOURLY: 0, DAILY: 365, WEEKLY: 52, MONTHLY: 12, YEARLY: 1 };
const UNITS_A_YEAR: Record<string, number> = {
  year: 1,
  quarter: 4,
  month: 12,
  week: 52,
  day: 365,
  term: 3,
  'half term': 6,
};

const timesAYear = ({ freq, interval = 1 }: Rule): number => A_YEAR[freq] / interval;
const countAYear = ({ times, per }: { times: number; per: string }): number =>
  times * (UNITS_A_YEAR[per] ?? Number.NaN);
