import type { Line } from '../words/line.ts';
import { columnGaps, type Gap, isParted } from './gaps.ts';

/** As a share of the size: less than this is no gap any more. */
const NARROWEST = 0.35;
/** As shares of the size: a bold line's distance from what stands above it, and one that no row keeps. */
const SET_OFF = 1.6;
const FAR = 6;

/** Stretches of lines, from top to bottom, through which gaps between words run: where tables without lines may stand. */
export function regionsOf(lines: Line[]): Line[][] {
  const gapsIn = columnGaps(lines);
  const regions: Line[][] = [];
  for (let at = 0; at < lines.length; ) {
    const end = regionEnd(lines, at, gapsIn);
    if (end > at) regions.push(lines.slice(at, end));
    at = Math.max(end, at + 1);
  }
  return regions;
}

/** The line behind the last through which the gaps of the lines before it run on; `at` where a line has none. */
function regionEnd(lines: Line[], at: number, gapsIn: (line: Line) => Gap[]): number {
  const first = lines[at];
  if (!first) return at;
  let gaps = gapsIn(first);
  if (gaps.length === 0) return at;
  let end = at + 1;
  for (let next = at + 1; next < lines.length; next++) {
    const line = lines[next];
    if (!line || isTitle(line, lines[next - 1] ?? first, first)) break;
    const kept = gaps.flatMap(gap => leftOf(gap, line));
    const more = gapsIn(line);
    // The words of one cell cross no gap; a title or prose does.
    if (kept.length === 0 || (more.length === 0 && kept.length < gaps.length)) break;
    // Gaps that begin further down belong to cells that were empty so far.
    gaps = withNew(kept, more);
    end = next + 1;
  }
  return end;
}

/** A line of its own size that stands alone, or bold and set off, or far below: what follows is another table. */
export function isTitle(line: Line, above: Line, first: Line): boolean {
  if (line.y - above.y > FAR * line.size) return true;
  if (isParted(line)) return false;
  const larger = Math.abs(line.size - first.size) > 0.12 * first.size;
  return larger || (line.bold && line.x0 <= first.x0 + 2 && line.y - above.y > SET_OFF * line.size);
}

/** What a line leaves of a gap: the widest part in which it has no words. */
function leftOf(gap: Gap, line: Line): Gap[] {
  const inside = line.words.filter(word => word.x1 > gap.from && word.x0 < gap.to);
  const edges = [gap.from, ...inside.flatMap(word => [word.x0, word.x1]), gap.to];
  let best: Gap = { from: 0, to: 0 };
  for (let at = 0; at + 1 < edges.length; at += 2) {
    const [from = 0, to = 0] = [edges[at], edges[at + 1]];
    if (to - from > best.to - best.from) best = { from, to };
  }
  return best.to - best.from >= NARROWEST * line.size ? [best] : [];
}

const withNew = (gaps: Gap[], more: Gap[]): Gap[] => [
  ...gaps,
  ...more.filter(one => !gaps.some(gap => one.from < gap.to && gap.from < one.to)),
];
