import { fillOf } from '../../fill.ts';
import type { Box, Fill } from '../page/marks.ts';
import type { Line } from '../words/line.ts';

/** An area paints a cell when it covers this much of it; less is a band for a line of text, or a neighbour's edge. */
const COVERS = 0.75;
/** Looks at an area; drawings have a hundred thousand areas, and no table is one of those. */
const MOST_LOOKS = 30_000_000;

/** For the cells of a table, the colour that lies on top behind their words: the last area painted there. White clears. */
export function fillsBehind(table: Box, cells: number, fills: Fill[]): (cell: Box) => string | undefined {
  const near = fills.filter(fill => share(fill, table) > 0);
  if (near.length * cells > MOST_LOOKS) return () => undefined;
  return cell => fillOf(near.findLast(fill => share(cell, fill) >= COVERS)?.colour);
}

/**
 * In tables without lines, the colour behind the words of a cell; of an empty one, between the ends of its column, behind
 * where they would stand `beside` those of its row.
 */
export function fillBehindWords(
  fillOfBox: (box: Box) => string | undefined,
  own: Line[],
  column: Pick<Box, 'x0' | 'x1'>,
  beside: Line[],
): string | undefined {
  if (own.length > 0) return fillOfBox(boxAround(own));
  return beside.length > 0 ? fillOfBox({ ...boxAround(beside), ...column }) : undefined;
}

const boxAround = (lines: Line[]): Box => ({
  x0: Math.min(...lines.map(line => line.x0)),
  x1: Math.max(...lines.map(line => line.x1)),
  y0: Math.min(...lines.map(line => line.y0)),
  y1: Math.max(...lines.map(line => line.y1)),
});

/** How much of a box an area covers. */
function share(box: Box, area: Box): number {
  const across = Math.min(box.x1, area.x1) - Math.max(box.x0, area.x0);
  const down = Math.min(box.y1, area.y1) - Math.max(box.y0, area.y0);
  const whole = (box.x1 - box.x0) * (box.y1 - box.y0);
  return across > 0 && down > 0 && whole > 0 ? (across * down) / whole : 0;
}
