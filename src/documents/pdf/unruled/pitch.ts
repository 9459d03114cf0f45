import { pitchOf } from '../prose/breaks.ts';
import type { Line } from '../words/line.ts';

/** As a share of the size: base lines are set no further apart, where no sentence shows how far. */
const USUAL = 1.2;

/**
 * The usual distance of base lines inside cells, as a share of the size. Where no line goes on with the sentence above,
 * distances are those of rows, and the usual one of any text is taken if it is less.
 */
export function pitchInCells(columns: { lines: Line[]; right: number }[]): number {
  const pitch = pitchOf(columns);
  const goesOn = columns.some(({ lines }) =>
    lines.some((line, index) => {
      const above = lines[index - 1];
      const near = above && line.y - above.y < pitch * 1.25 * line.size;
      return near && /^\p{Ll}/u.test(line.words[0]?.text ?? '');
    }),
  );
  return goesOn ? pitch : Math.min(pitch, USUAL);
}
