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
