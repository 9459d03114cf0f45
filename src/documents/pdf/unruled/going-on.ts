import { breaksOff, fits, type Measure } from '../prose/breaks.ts';
import { bulletOf } from '../prose/markers.ts';
import type { Line } from '../words/line.ts';

/** As shares of the usual distance of base lines: more is a gap, and much more is blank that no cell holds. */
const GAP = 1.25;
const WIDE = 1.5;

/**
 * How much likelier it is, as a logarithm, that a line goes on with the cell of the line above than that it begins the
 * next cell of its column: sentences run on small, and where a line had no room for the next word. Bullets say nothing,
 * since cells begin with them and hold several.
 */
export function likenessToGoOn(line: Line, above: Line, measure: Measure): number {
  const distance = (line.y - above.y) / (measure.pitch * Math.max(line.size, above.size));
  const parted = (distance > WIDE ? -7 : distance > GAP ? -4 : 0) + (line.bold === above.bold ? 0 : -3);
  if (bulletOf(line.words)) return parted;
  const begins = /^\p{Ll}/u.test(line.words[0]?.text ?? '') ? 3 : -1.3;
  const filled = fits(line, above, measure) ? -2.7 : 1.3;
  const open = breaksOff(above.words.at(-1)?.text ?? '') ? 2 : 0;
  return parted + begins + filled + open + (countsOn(line, above) ? -4 : 0);
}

/** "4" below "3", "2.1" below "1.7", "A4" below "A3": alone on their lines. */
function countsOn(line: Line, above: Line): boolean {
  const [upper = [], lower = []] = [above, line].map(figuresOf);
  const at = upper.findIndex((figure, index) => figure !== lower[index]);
  return at >= 0 && upper.length === lower.length && lower[at] === (upper[at] ?? 0) + 1;
}

const figuresOf = ({ words }: Line): number[] =>
  words.length === 1 ? (words[0]?.text.match(/\d+/g)?.map(Number) ?? []) : [];
