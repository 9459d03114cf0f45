import type { Schedule } from '../../../timing/schedule.ts';
import { sameReading } from './same-reading.ts';

/** One timing of a line: as its place says what it is (`t0`, `s0`); `cell`: where it was found, if that is no timing column. */
export type Timing = { at: string; schedule: Schedule; cell?: string };

type TimedLine = { schedules: readonly Schedule[]; suggestions: readonly (Schedule & { field: string })[] };

/** All that a line says of time, last what only stands in other cells and is not said in its own. */
export const timingsOf = ({ schedules, suggestions }: TimedLine): Timing[] => [
  ...schedules
    .map((schedule, n) => ({ at: `t${n}`, schedule }))
    .filter(({ schedule }) => schedules.length === 1 || !ON_CONDITION.test(schedule.phrase)),
  ...suggestions
    .map(({ field, ...schedule }, n) => ({ at: `s${n}`, schedule, cell: field }))
    .filter(({ schedule }) => !schedules.some(said => sameReading(said, schedule))),
];

/** Beside another timing it says nothing of when: that one is kept on this condition. */
const ON_CONDITION = /^(if|where) (applicable|appropriate|available|relevant)$/i;

type MadeOf = { id: string; phrase: string; read: Schedule | null };

/** A promise whose words stand in its line, which may be read otherwise by now. */
export type Standing<P> = { promise: P; timing: Timing; readAnew: boolean };

export type Paired<P> = {
  /** Timings of which nothing is promised. */
  open: Timing[];
  kept: Standing<P>[];
  /** The words that they were made of are not in the line any more; with what stands there instead, where that is plain. */
  adrift: { promise: P; instead?: Timing }[];
  /** What somebody promised apart from the words of the plan. */
  apart: P[];
};

/** Which timings of a line are kept as which promises: found by the words that each was made of. */
export function pairTimings<P extends MadeOf>(timings: readonly Timing[], promises: readonly P[]): Paired<P> {
  const open = [...timings];
  const kept: Standing<P>[] = [];
  const lost: P[] = [];
  for (const promise of promises.filter(one => one.read)) {
    const found = open.findIndex(({ schedule }) => schedule.phrase === promise.phrase);
    const [timing] = found < 0 ? [] : open.splice(found, 1);
    if (timing) kept.push({ promise, timing, readAnew: !sameReading(promise.read!, timing.schedule) });
    else lost.push(promise);
  }
  const adrift = lost.map(promise => ({ promise, ...takeInstead(open) }));
  return { open, kept, adrift, apart: promises.filter(one => !one.read) };
}

/** What the timing column says now; a timing of another cell was only ever offered. */
function takeInstead(open: Timing[]): { instead?: Timing } {
  const next = open.findIndex(({ cell }) => cell === undefined);
  const [instead] = next < 0 ? [] : open.splice(next, 1);
  return instead ? { instead } : {};
}
