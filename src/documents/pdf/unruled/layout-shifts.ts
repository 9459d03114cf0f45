import type { Line } from '../words/line.ts';
import { type Column, columnsOf } from './columns.ts';
import { columnGaps, type Gap, gapsOf } from './gaps.ts';

/** Fewer lines show no columns of their own. */
const FEWEST = 3;
/** So many gaps inside columns say that the columns are not the lines' own. */
const MANY = 3;
/** The share of them that parting the lines must leave at the most. */
const FEWER = 0.5;
/** Longer stretches are looked through in coarser steps. */
const MOST_TRIES = 80;

/**
 * Parts lines where their columns change places: two tables that touch, or one whose rows were drawn apart. Wide gaps
 * that stood inside the columns of the whole then stand between those of the parts.
 */
export function partedAtShifts(lines: Line[]): Line[][] {
  const whole = unexplained(lines);
  if (lines.length < 2 * FEWEST || whole < MANY) return [lines];
  const step = Math.max(1, Math.floor(lines.length / MOST_TRIES));
  let best: { at: number; left: number; begun: number } | undefined;
  for (let at = FEWEST; at <= lines.length - FEWEST; at += step) {
    const left = unexplained(lines.slice(0, at)) + unexplained(lines.slice(at));
    const begun = cellsBegun(lines[at]);
    if (!best || left < best.left || (left === best.left && begun > best.begun)) best = { at, left, begun };
  }
  if (!best || best.left > whole * FEWER) return [lines];
  return [...partedAtShifts(lines.slice(0, best.at)), ...partedAtShifts(lines.slice(best.at))];
}

/** How many wide gaps of the lines stand inside one of their columns. */
function unexplained(lines: Line[]): number {
  const columns = columnsOf(lines);
  const gapsIn = columnGaps(lines);
  return lines.reduce((sum, line) => sum + gapsInside(gapsIn(line), columns), 0);
}

const gapsInside = (gaps: Gap[], columns: Column[]) =>
  gaps.filter(gap => !columns.some(({ left }) => left > gap.from && left <= gap.to + 1)).length;

/** How many cells seem to begin in a line: words behind gaps with a capital, less those with a small letter. */
function cellsBegun(line: Line | undefined): number {
  if (!line) return 0;
  const ends = gapsOf(line).map(gap => gap.to);
  const firsts = line.words.filter((word, index) => index === 0 || ends.includes(word.x0));
  return firsts.reduce((sum, { text }) => sum + (/^\p{Ll}/u.test(text) ? -1 : 1), 0);
}
