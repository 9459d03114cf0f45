import { withFill } from '../../fill.ts';
import type { Box, Fill } from '../page/marks.ts';
import { fillBehindWords, fillsBehind } from '../table/cell-fills.ts';
import type { Column } from './columns.ts';
import type { PlacedRow } from './rows.ts';

/** Gives the cells of a table without lines the colours that are painted behind them. */
export function addFills(rows: PlacedRow[], columns: Column[], table: Box, fills: Fill[]): void {
  const fillOfBox = fillsBehind(table, rows.length * columns.length, fills);
  for (const { texts, cells, ...row } of rows) {
    const beside = texts.find(({ lines }) => lines.some(line => Math.abs(line.y - row.y) < line.size));
    let at = 0;
    for (const [index, cell] of cells.entries()) {
      const to = columns[at + cell.columns - 1];
      const column = { x0: columns[at]?.left ?? table.x0, x1: to?.right ?? table.x1 };
      const own = cell.continues ? [] : (texts[at]?.lines ?? []);
      const fill = fillBehindWords(fillOfBox, own, column, beside?.lines ?? []);
      cells[index] = { ...cell, ...withFill(fill) };
      at += cell.columns;
    }
  }
}
