import type { Line } from '../words/line.ts';
import { columnsOf } from './columns.ts';
import { gapsOf } from './gaps.ts';

/** Fewer lines show no columns of their own. */
const FEWEST = 4;
/** A page of wide print; longer stretches are looked through in coarser steps. */
const MOST_TRIES = 80;

/**
 * Parts lines where their columns change places: two tables that touch, or one whose rows were drawn apart. Both parts
 * then have more columns than the whole.
 */
export function partedAtShifts(lines: Line[]): Line[][] {
  if (lines.length < 2 * FEWEST) return [lines];
  const whole = columnsOf(lines).length;
  const step = Math.max(1, Math.floor(lines.length / MOST_TRIES));
  let best: { at: number; columns: number } | undefined;
  for (let at = FEWEST; at <= lines.length - FEWEST; at += step) {
    if (!beginsRow(lines, at)) continue;
    const [upper, lower] = [columnsOf(lines.slice(0, at)).length, columnsOf(lines.slice(at)).length];
    const columns = Math.min(upper, lower);
    if (columns > whole && columns > (best?.columns ?? 0)) best = { at, columns };
  }
  if (!best) return [lines];
  return [...partedAtShifts(lines.slice(0, best.at)), ...partedAtShifts(lines.slice(best.at))];
}

/** Stands at the left, with more columns beside it than the line above has. */
function beginsRow(lines: Line[], at: number): boolean {
  const [line, above] = [lines[at], lines[at - 1]];
  const left = Math.min(...lines.map(one => one.x0));
  return (
    line !== undefined &&
    above !== undefined &&
    line.x0 - left < 3 * line.size &&
    gapsOf(line).length >= gapsOf(above).length
  );
}
