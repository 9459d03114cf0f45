import type { Fill, Ruling } from '../page/marks.ts';
import type { Line } from '../words/line.ts';
import type { Column } from './columns.ts';
import { gapsOf } from './gaps.ts';
import type { Parting } from './row-starts.ts';

/** What is drawn on a page besides letters. */
export type Printed = { rulings: Ruling[]; fills: Fill[] };

/** The share of a table's width over which a line or a shading must run to part rows. */
const ACROSS = 0.5;
/** One or two lines stand around the headings; more part all rows. */
const FEWEST = 3;

/** The heights at which lines or the edges of shaded rows part the rows of a table. */
export function rowPartings(printed: Printed, columns: Column[], lines: Line[]): Parting {
  const top = Math.min(...lines.map(line => line.y0));
  const bottom = Math.max(...lines.map(line => line.y1));
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
  return { heights, all: heights.length >= FEWEST && partAllRows(heights, lines), apart: edges };
}

/** So many lines with words in all columns, or beginnings of them, are no single row. */
const MANY_FULL = 5;
const MANY_BEGUN = 2;

/** Whether no two rows stand between two of the heights, as where only headings have lines above and below them. */
export function partAllRows(heights: number[], lines: Line[]): boolean {
  const most = Math.max(...lines.map(line => gapsOf(line).length));
  const edges = [Number.NEGATIVE_INFINITY, ...heights, Number.POSITIVE_INFINITY];
  return edges.slice(1).every((bottom, index) => {
    const inside = lines.filter(line => line.y > (edges[index] ?? 0) && line.y < bottom);
    const full = inside.map(line => gapsOf(line).length >= Math.max(1, most - 1));
    const begun = full.filter((is, at) => is && at > 0 && !full[at - 1]).length;
    return full.filter(Boolean).length < MANY_FULL && begun < MANY_BEGUN;
  });
}
