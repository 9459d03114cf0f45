import type { Schedule } from '../../timing/schedule.ts';
import type { Timings } from '../lines/timings.ts';
import { type Mark, markOf, type Run, runsOf } from './marks.ts';
import type { Period } from './periods.ts';

/** A timing that the marks of a timetable tell. `why`: which cells are marked, and how, for a person. */
export type MarkedTime = Schedule & { why: string };

/**
 * The times that a row marks in a timetable with a column for each month, quarter, week or day: each unbroken run is one.
 * `shaded`: the columns whose shading counts.
 */
export function markedTimes(
  periods: (Period | undefined)[],
  cells: string[],
  shaded: ReadonlySet<number>,
  timings: Timings,
): MarkedTime[] {
  const marks = periods.map(
    (period, column) => period && markOf(cells[column] ?? '', shaded.has(column), period),
  );
  return runsOf(withoutBoth(marks, shaded), periods).flatMap(run => read(run, timings));
}

/** Signs in cells that are not shaded, beside shaded ones: the shading says something else there ("not applicable"). */
function withoutBoth(marks: (Mark | undefined)[], shaded: ReadonlySet<number>): (Mark | undefined)[] {
  const parted = marks.some((mark, column) => mark?.by === 'sign' && !shaded.has(column));
  return parted ? marks.map(mark => (mark?.by === 'shading' ? undefined : mark)) : marks;
}

function read(run: Run, timings: Timings): MarkedTime[] {
  const [from, to] = [run.first.from, run.last.to];
  const phrase = from === to ? from : `${from} to ${to}`;
  const [only, ...more] = timings.read(phrase);
  const schedule = only && more.length === 0 ? only : { ...timings.read(from)[0], ...COUNTED };
  return [{ ...schedule, phrase, why: whyOf(run.mark, from, to) }];
}

/** Weeks that are counted from a day that nobody names. */
const COUNTED = { kind: 'undetermined' as const };

function whyOf({ by, text }: Mark, from: string, to: string): string {
  const under = from === to ? `the cell under ${from} is` : `the cells under ${from} to ${to} are`;
  if (by === 'shading') return `${under} shaded`;
  return by === 'sign' ? `${under} marked “${text.trim()}”` : `“${text.trim()}” stands under ${from}`;
}
