import type { Box } from '../page/marks.ts';
import { fillBehindWords, fillsBehind } from '../table/cell-fills.ts';
import type { Grid } from './grid.ts';
import type { Extent, GridCell } from './grid-cell.ts';
import type { TaggedPage } from './whole-table.ts';

/** For the cells of a tagged table, the colour behind their words on the first page where they have some. */
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
    const beside = row.find(({ cell }) => cell.parts.length > 0)?.cell.parts[0];
    const fillOfBox = byPage[(own ?? beside)?.page ?? -1];
    const column = between(columns[slot.from], columns[slot.to]);
    return fillOfBox && fillBehindWords(fillOfBox, own?.lines ?? [], column, beside?.lines ?? []);
  };
}

const paper = ({ width, height }: TaggedPage): Box => ({ x0: 0, y0: 0, x1: width, y1: height });

const between = (first: Extent | undefined, last: Extent | undefined): Extent => ({
  x0: first?.x0 ?? 0,
  x1: last?.x1 ?? 0,
});
