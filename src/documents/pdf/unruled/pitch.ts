import { pitchOf } from '../prose/breaks.ts';
import type { Line } from '../words/line.ts';

/** As a share of the size: base lines are set no further apart, where no sentence shows how far. */
const USUAL = 1.2;

/**
 * The usual distance of base lines inside cells, as a share of the size. Where no line goes on with the sentence above,
 * distances are those of rows, and the usual one of any text is taken if it is less.
 */
export function pitchInCells(columns: { lines: Line[]; right: number }[]): number {
  const pitch = Math.min(pitchOf(columns), nearest(columns));
  const goesOn = columns.some(({ lines }) =>
    lines.some((line, index) => {
      const above = lines[index - 1];
      const near = above && line.y - above.y < pitch * 1.25 * line.size;
      return near && /^\p{Ll}/u.test(line.words[0]?.text ?? '');
    }),
  );
  return goesOn ? pitch : Math.min(pitch, USUAL);
}

/** Distances that so many pairs of lines share, and such a part of them, are no accident. */
const FEWEST = 2;
const SHARE = 0.1;
const ROUNDED = 20;

/** The least distance that some lines of one column have from each other: no row has less. */
function nearest(columns: { lines: Line[] }[]): number {
  const distances = columns.flatMap(({ lines }) =>
    lines.slice(1).map((line, index) => (line.y - (lines[index]?.y ?? 0)) / line.size),
  );
  const counts = Map.groupBy(distances, distance => Math.round(distance * ROUNDED));
  const common = [...counts].filter(
    ([, same]) => same.length >= FEWEST && same.length >= SHARE * distances.length,
  );
  return Math.max(1, Math.min(...common.map(([rounded]) => rounded / ROUNDED)));
}
