import { isMarker } from '../prose/markers.ts';
import type { Line } from '../words/line.ts';

/** An upright gap between words. */
export type Gap = { from: number; to: number };

/** As a share of the size: a gap between words this wide may be one between columns. */
const WIDE = 0.8;
/** The gaps of a line that are wide enough to stand between columns; the one behind a list's number is not. */
export function gapsOf(line: Line): Gap[] {
  return line.words.slice(1).flatMap((word, index) => {
    const before = line.words[index];
    if (!before || (index === 0 && isMarker(before))) return [];
    return word.x0 - before.x1 > WIDE * line.size ? [{ from: before.x1, to: word.x0 }] : [];
  });
}

export const isParted = (line: Line): boolean => gapsOf(line).length > 0;

/** Points within which words begin at one place. */
const ALIGNED = 1.5;
/** As a share of the size: a gap so wide needs no other line to be one between columns. */
const SURE = 3;

/**
 * The gaps of each line that stand between columns: behind them words begin where words of another line begin too.
 * Where text is set to both margins, gaps inside columns are as wide, but stand anywhere.
 */
export function columnGaps(lines: Line[]): (line: Line) => Gap[] {
  const begins = new Map<number, number>();
  for (const line of lines) {
    const places = new Set([line.x0, ...gapsOf(line).map(gap => gap.to)].map(placeOf));
    for (const place of places) begins.set(place, (begins.get(place) ?? 0) + 1);
  }
  const isShared = (x: number) =>
    [-1, 0, 1].reduce((sum, step) => sum + (begins.get(placeOf(x) + step) ?? 0), 0) > 1;
  return line => gapsOf(line).filter(({ from, to }) => to - from > SURE * line.size || isShared(to));
}

const placeOf = (x: number) => Math.round(x / ALIGNED);
