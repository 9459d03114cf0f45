import type { Box } from '../page/marks.ts';
import { fillsBehind } from '../table/cell-fills.ts';
import type { Line } from '../words/line.ts';
import type { Extent, Grid, GridCell } from './grid.ts';
import type { TaggedPage } from './tables.ts';

/**
 * For the cells of a tagged table, the colour behind their words; of a cell without words, behind where they would stand
 * beside those of its row.
 */
export function fillsIn(
  { rows, columns }: Grid,
  pages: TaggedPage[],
): (slot: Omit<GridCell, 'cell'> & Partial<GridCell>, row: GridCell[]) => string | undefined {
  const cells = rows.reduce((sum, row) => sum + row.length, 0);
  const byPage = pages.map(page =>
    page.tagged.length ? fillsBehind(paper(page), cells, page.fills) : undefined,
  );
  return (slot, row) => {
    const own = slot.cell?.parts[0];
    const part = own ?? row.find(({ cell }) => cell.parts.length > 0)?.cell.parts[0];
    if (!part) return undefined;
    const place = own ? undefined : between(columns[slot.from], columns[slot.to]);
    return byPage[part.page]?.({ ...boxOf(part.lines), ...place });
  };
}

const paper = ({ width, height }: TaggedPage): Box => ({ x0: 0, y0: 0, x1: width, y1: height });

const between = (first: Extent | undefined, last: Extent | undefined) =>
  first && last ? { x0: first.x0, x1: last.x1 } : {};

const boxOf = (lines: Line[]): Box => ({
  x0: Math.min(...lines.map(line => line.x0)),
  x1: Math.max(...lines.map(line => line.x1)),
  y0: Math.min(...lines.map(line => line.y0)),
  y1: Math.max(...lines.map(line => line.y1)),
});
