import { moveDay, moveSchedule } from '../../../timing/moved/schedule.ts';
import type { YearFacts } from '../../../timing/schedule.ts';
import { fromNextWhole } from '../../../timing/series/part-periods.ts';
import type { Series } from '../../../timing/series/series.ts';
import { type Timing, timingsOf } from './timings-of-line.ts';

/**
 * The plan of which a promise is to be kept anew: so many months later, from which day on at the earliest, and what its body
 * calls a year. `dated`: the plan says itself when it begins; otherwise promises begin as much later as its dates are.
 */
export type Later = { months: number; begins: string; dated: boolean; year: YearFacts };

/**
 * What was promised, in a plan for another year: the same series, from the beginning of that plan. Days that stand by
 * themselves and an end move with the plan's own. Nothing where all of it would be past.
 */
export function seriesLater(series: Series, phrase: string, later: Later): Series | undefined {
  const { months, begins, year } = later;
  if (series.kind === 'days') {
    const windows = series.windows.map(window => windowLater(window, phrase, months));
    return windows.some(({ by }) => by >= begins) ? { ...series, windows } : undefined;
  }
  const until = series.until && moveDay(series.until, months);
  if (until && until < begins) return undefined;
  const from = series.from && firstDay(series.from, later);
  const moved: Series = { ...series, ...(from && { from }), ...(until && { until }) };
  return moved.kind === 'each' ? fromNextWhole(moved, year) : moved;
}

function firstDay(was: string, { months, begins, dated }: Later): string {
  const moved = moveDay(was, months);
  return dated || moved < begins ? begins : moved;
}

function windowLater(window: { from: string; by: string }, phrase: string, months: number) {
  const { from = window.from, by = window.by } = moveSchedule({ ...window, phrase, kind: 'dated' }, months);
  return { from, by };
}

type TimedLine = Parameters<typeof timingsOf>[0];

/**
 * Which timing of a copied line is the one that a promise was made of: in the same place and of the same kind, where the copy
 * says as many. What cannot be told is left for a person to keep.
 */
export function timingLater(
  phrase: string,
  { was, is }: { was: TimedLine; is: TimedLine },
): Timing | undefined {
  const [before, after] = [timingsOf(was), timingsOf(is)];
  const place = before.findIndex(({ schedule }) => schedule.phrase === phrase);
  const [old, found] = [before[place], after[place]];
  return found && before.length === after.length && found.schedule.kind === old?.schedule.kind
    ? found
    : undefined;
}
