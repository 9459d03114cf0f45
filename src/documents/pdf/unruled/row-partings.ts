import type { Box, Ruling } from '../page/marks.ts';
import type { Column } from './columns.ts';
import type { Parting } from './row-starts.ts';

/** What is drawn on a page besides letters. */
export type Printed = { rulings: Ruling[]; fills: Box[] };

/** The share of a table's width over which a line or a shading must run to part rows. */
const ACROSS = 0.7;
/** One or two lines stand around the headings; more part all rows. */
const FEWEST = 3;

/** The heights at which lines or the edges of shaded rows part the rows of a table between `top` and `bottom`. */
export function rowPartings(printed: Printed, columns: Column[], top: number, bottom: number): Parting {
  const left = columns[0]?.left ?? 0;
  const right = columns.at(-1)?.right ?? 0;
  const shareOf = (from: number, to: number) =>
    Math.max(0, Math.min(to, right) - Math.max(from, left)) / Math.max(1, right - left);
  const inside = (at: number) => at > top && at < bottom;
  const heights = printed.rulings
    .filter(({ across, from, to }) => across && shareOf(from, to) > ACROSS)
    .map(ruling => ruling.at)
    .filter(inside);
  const bands = Map.groupBy(printed.fills, fill => `${Math.round(fill.y0)} ${Math.round(fill.y1)}`);
  const shaded = [...bands.values()].filter(
    band => band.reduce((sum, { x0, x1 }) => sum + shareOf(x0, x1), 0) > ACROSS,
  );
  const edges = shaded.flatMap(([first]) => (first ? [first.y0, first.y1] : [])).filter(inside);
  return { heights, all: heights.length >= FEWEST, apart: edges };
}
