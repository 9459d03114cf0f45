import type { Cell, Row, Table } from '../document.ts';
import { withFill } from '../fill.ts';
import { explainedFill } from './fills.ts';
import { paragraphsOf, placeOf } from './paragraphs.ts';
import type { SheetCell, SheetRow } from './sheet.ts';

/** A cell merged downwards that later rows go on with. */
type Falling = { last: number; columns: number; fill: string | undefined };

/** Rows of a sheet as a table of the columns in which something stands. Every row is padded to the table's width. */
export function tableOf(rows: SheetRow[], name: string): Table {
  const columns = [...new Set(rows.flatMap(row => [...row.cells.keys()]))].sort((a, b) => a - b);
  const falling = new Map<number, Falling>();
  return {
    kind: 'table',
    rows: rows.map(row => rowOf(row, columns, falling, name)),
    where: placeOf(name, rows[0]?.number ?? 1),
  };
}

function rowOf(row: SheetRow, columns: number[], falling: Map<number, Falling>, name: string): Row {
  const cells: Cell[] = [];
  const where = placeOf(name, row.number);
  for (let at = 0; at < columns.length; ) {
    const column = columns[at] ?? 0;
    const cell = row.cells.get(column);
    const above = falling.get(column);
    const fill = row.fills?.get(column);
    if (cell) {
      const wide = cell.columns === 1 ? 1 : covers(cell, column, columns.slice(at), row);
      const explained = columns.length === 1 ? explainedFill(row, column) : fill;
      cells.push({ paragraphs: paragraphsOf(cell, where), columns: wide, ...withFill(explained) });
      if (cell.rows > 1) falling.set(column, { last: row.number + cell.rows - 1, columns: wide, fill });
      at += wide;
    } else if (above && row.number <= above.last) {
      cells.push({
        paragraphs: [],
        columns: above.columns,
        continues: true,
        ...withFill(above.fill),
      });
      at += above.columns;
    } else {
      cells.push({ paragraphs: [], columns: 1, ...withFill(fill) });
      at++;
    }
  }
  const { identity } = row;
  return { cells, where, ...(row.header ? { header: true } : {}), ...(identity ? { identity } : {}) };
}

/** Of the table's columns, how many a cell covers. A word that stands under its cover all the same ends it. */
function covers(cell: SheetCell, column: number, columns: number[], row: SheetRow): number {
  const end = columns.findIndex(
    (other, index) => index > 0 && (other >= column + cell.columns || row.cells.has(other)),
  );
  return end < 0 ? columns.length : end;
}
