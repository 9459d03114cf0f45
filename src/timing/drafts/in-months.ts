import { day } from '../calendar.ts';
import { SEASON_MONTH, type Season } from '../grammar/names.ts';
import type { Dated, Recurring } from './draft.ts';

const aYear = ({ rule, often, promised }: Recurring): number | undefined => {
  if (promised !== undefined) return promised;
  if (often) return often.per === 'year' ? often.times : undefined;
  if (rule?.freq === 'YEARLY') return (rule.interval ?? 1) === 1 ? 0 : undefined;
  return rule?.freq === 'MONTHLY' && (rule.interval ?? 1) > 1 ? 12 / (rule.interval ?? 1) : undefined;
};

const TIMES = ['', 'once', 'twice', 'three times', 'four times', 'five times', 'six times'];
const timesWords = (n: number) => TIMES[n] ?? `${n} times`;

/** The months that a date or a list of them names, where it names months. */
export const namedMonths = ({ months, start, end }: Dated): number[] | undefined =>
  months ?? (start.months && [...start.months, ...(end?.months ?? [])]);

const namedSeasons = ({ seasons, start, end }: Dated): Season[] =>
  seasons ?? [start.season, end?.season].filter(season => season !== undefined);

const merged = <T>(first: T[] | undefined, second: T[]): T[] => [...new Set([...(first ?? []), ...second])];

const inOrder = (seasons: Season[]) => seasons.toSorted((a, b) => SEASON_MONTH[a] - SEASON_MONTH[b]);

/** Once in each of its seasons, which no rule can say, except that one season is once a year. */
const inSeasons = (first: Recurring, seasons: Season[]): Recurring => ({
  ...first,
  seasons,
  rule: seasons.length === 1 ? { freq: 'YEARLY' } : undefined,
  often: { times: 1, per: inOrder(seasons).join(' and ') },
});

/** The day that "1 April and 1 October", or the last days of two months, share. */
function sameDay({ rule }: Recurring, { start }: Dated): number[] | undefined {
  const [before] = rule?.byMonthDay ?? [];
  const here = start.dayOfMonth;
  if (!before || !here) return undefined;
  const last = (n: number, months: number[] = []) =>
    n === -1 || (n > 28 && !day(2024, months[0] ?? 1, n + 1));
  if (before === here) return [here];
  return last(before, rule?.byMonth) && last(here, start.months) ? [-1] : undefined;
}

const IN_WHICH = 'in which of these months?';

/**
 * The months of "quarterly in January, April, July and October". Where they are fewer or more than promised
 * ("quarterly in summer and winter") the promise stays, with a doubt.
 */
export function inMonths(first: Recurring, second: Dated): Recurring | undefined {
  const named = namedMonths(second);
  const promised = aYear(first);
  const placed = second.start.year !== undefined || second.end?.year !== undefined;
  if (!named || placed || promised === undefined) return undefined;
  if (second.end && !second.months) return promised === 0 ? { ...first, doubt: IN_WHICH } : undefined;
  const seasons = merged(first.seasons, namedSeasons(second));
  const byMonth = merged(first.byMonth, named).sort((a, b) => a - b);
  const found = { ...first, promised, seasons, byMonth };
  if (promised && byMonth.length !== promised) {
    return { ...found, doubt: `${timesWords(promised)} a year, or ${timesWords(byMonth.length)} as named?` };
  }
  if (seasons.length === byMonth.length) return { ...inSeasons(found, seasons), doubt: undefined };
  const { dayOfMonth } = second.start;
  const same = sameDay(first, second);
  if (dayOfMonth && ((byMonth.length > 1 && !same) || !day(2024, byMonth[0] ?? 1, Math.abs(dayOfMonth))))
    return undefined;
  const byMonthDay = same ?? (dayOfMonth ? [dayOfMonth] : undefined);
  return { ...found, often: undefined, rule: { freq: 'YEARLY', byMonth, byMonthDay }, doubt: undefined };
}
