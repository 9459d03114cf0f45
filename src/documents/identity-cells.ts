import type { Cell, Row, SourceDocument, Table } from './document.ts';
import { identityHeading, identityIn } from './identity.ts';

/**
 * A document whose tables say in a column what their rows are known by, as they do where a sheet was copied into a text
 * with its hidden column: without that column, and its rows under their identities.
 */
export function withoutIdentityCells(document: SourceDocument): SourceDocument {
  const blocks = document.blocks.map(block => (block.kind === 'table' ? withoutColumn(block) : block));
  return { ...document, blocks };
}

function withoutColumn(table: Table): Table {
  const heading = table.rows.findIndex(row => row.cells.some(isHeading));
  if (heading < 0) return table;
  const column = placeOf(table.rows[heading]!.cells, isHeading);
  const rows = table.rows.map((row, index) => (index < heading ? row : without(row, column)));
  return { ...table, rows };
}

const textOf = ({ paragraphs }: Cell): string => paragraphs.map(({ text }) => text).join('\n');
const isHeading = (cell: Cell): boolean => identityHeading(textOf(cell)) !== undefined;

/** On which column of the grid the cell begins. */
function placeOf(cells: Cell[], isIt: (cell: Cell) => boolean): number {
  const index = cells.findIndex(isIt);
  return cells.slice(0, index).reduce((sum, { columns }) => sum + columns, 0);
}

function without(row: Row, column: number): Row {
  let begin = 0;
  const at = row.cells.findIndex(cell => {
    begin += cell.columns;
    return begin > column;
  });
  const cell = row.cells[at];
  if (!cell) return row;
  if (cell.columns > 1) return { ...row, cells: row.cells.with(at, { ...cell, columns: cell.columns - 1 }) };
  const identity = identityIn(textOf(cell));
  if (!identity && !isHeading(cell) && textOf(cell)) return row;
  return { ...row, cells: row.cells.toSpliced(at, 1), ...(identity ? { identity } : {}) };
}
