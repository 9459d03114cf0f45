import { inShort } from '../../../timing/next.ts';
import { dueDates } from '../../../timing/series/due-dates.ts';
import type { Known } from '../../../timing/series/known.ts';
import type { Due, Series } from '../../../timing/series/series.ts';

/** So far one looks for the next dates, in months; each only where the one before found too few. */
const FURTHER = [3, 14, 60];

/** The next dates of a series from today on, at most `count`; those of which the last day is past are not among them. */
export function nextDue(series: Series, today: Temporal.PlainDate, known: Known, count = 3): Due[] {
  for (const months of FURTHER) {
    const found = dueDates(series, { from: today, by: today.add({ months }) }, known);
    if (found.length >= count || months === FURTHER.at(-1)) return found.slice(0, count);
  }
  return [];
}

/** "8 Apr", "w/c 7 Apr", "by 30 Jun". */
export const dueInShort = (dues: readonly Due[], today: Temporal.PlainDate): string[] =>
  dues.map(({ from, by }) => inShort({ from: from.toString(), by: by.toString() }, today));
