import type { Cell, Row, Table } from '../../documents/document.ts';
import { withFill } from '../../documents/fill.ts';
import { paragraphText } from '../../documents/words.ts';
import { plain } from '../text/plain.ts';

/** A cell of a row, placed on the columns that the table as a whole turns out to have. */
export type GridCell = {
  text: string;
  /** First column, counted from 0, and how many it covers. */
  column: number;
  columns: number;
  continues: boolean;
  bold: boolean;
  /** The background of the cell itself, six digits. */
  fill?: string;
};

/** `identity`: see the document's rows. A row that has one was given out as a line, so it is one. */
export type GridRow = { cells: GridCell[]; header: boolean; where: string; identity?: string };
export type Grid = { rows: GridRow[]; width: number; where: string };

/**
 * Lays a table's cells on columns. Word splits its grid finer than anyone sees, because edges were dragged:
 * an edge counts as a column's only where a fair share of the rows have a cell beginning there.
 */
export function gridOf(table: Table): Grid {
  const edges = realEdges(table.rows);
  const rows = table.rows.map((row, index) =>
    placed(row, edges, row.where ?? `${table.where}, row ${index + 1}`),
  );
  return { rows, width: edges.length, where: table.where };
}

const isWhole = (row: Row) =>
  row.cells.filter(cell => cell.paragraphs.length || cell.tables?.length || cell.continues).length <= 1;

function realEdges(rows: Row[]): number[] {
  if (rows.every(row => isWhole(row) || row.cells.every(cell => cell.columns === 1))) {
    return Array.from({ length: Math.max(0, ...rows.map(row => row.cells.length)) }, (_, edge) => edge);
  }
  const telling = rows.filter(row => !isWhole(row));
  const starts = (telling.length ? telling : rows).map(startsOf);
  const most = Math.max(...starts.map(row => row.length));
  const full = starts.filter(row => row.length === most);
  // Rows of as many cells have the same columns, whatever lines they were drawn along.
  if (full.length >= starts.length / 2) return commonest(full);
  const counts = new Map<number, number>();
  for (const start of starts.flat()) counts.set(start, (counts.get(start) ?? 0) + 1);
  return [...counts]
    .filter(([edge, count]) => edge === 0 || count >= starts.length * 0.3)
    .map(([edge]) => edge)
    .sort((a, b) => a - b);
}

/** On which of the grid's lines each cell of a row begins. */
function startsOf(row: Row): number[] {
  let at = 0;
  return row.cells.map(cell => {
    const start = at;
    at += cell.columns;
    return start;
  });
}

function commonest(all: number[][]): number[] {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(one.join(), (counts.get(one.join()) ?? 0) + 1);
  const [best = ''] = [...counts].sort(([, one], [, other]) => other - one)[0] ?? [];
  return best.split(',').map(Number);
}

function placed(row: Row, edges: number[], where: string): GridRow {
  const cells: GridCell[] = [];
  let at = 0;
  // As many cells as columns: the first is the first, wherever its edges were dragged to.
  const inOrder = row.cells.length === edges.length;
  row.cells.forEach((cell, index) => {
    const column = inOrder ? index : nearest(edges, at);
    const end = at + cell.columns;
    const columns = inOrder
      ? 1
      : Math.max(1, edges.filter(edge => edge > (edges[column] ?? 0) && edge < end).length + 1);
    add(cells, { ...wordsOf(cell), column, columns });
    at = end;
  });
  const { identity } = row;
  return { cells, header: row.header ?? false, where, ...(identity ? { identity } : {}) };
}

/** Two cells that fall on one column are read as one: a stray edge ran through it. */
function add(cells: GridCell[], cell: GridCell): void {
  const last = cells.at(-1);
  if (last && last.column === cell.column) {
    last.text = [last.text, cell.text].filter(Boolean).join(' ');
    last.continues &&= cell.continues;
    last.fill ??= cell.fill;
  } else cells.push(cell);
}

function nearest(edges: number[], at: number): number {
  let best = 0;
  edges.forEach((edge, index) => {
    if (Math.abs(edge - at) < Math.abs((edges[best] ?? 0) - at)) best = index;
  });
  return best;
}

function wordsOf(cell: Cell): Pick<GridCell, 'text' | 'continues' | 'bold' | 'fill'> {
  const nested = (cell.tables ?? []).flatMap(table =>
    gridOf(table).rows.map(row =>
      row.cells
        .map(inner => inner.text)
        .join(' ')
        .trim(),
    ),
  );
  const text = plain([...cell.paragraphs.map(paragraphText), ...nested].join('\n'));
  const written = cell.paragraphs.filter(paragraph => paragraph.text);
  return {
    text,
    continues: cell.continues ?? false,
    bold: written.length > 0 && written.every(paragraph => paragraph.bold),
    ...withFill(cell.fill),
  };
}

/** The text over one column; a cell that covers several gives it to the first. */
export const textAt = (row: GridRow, column: number): string =>
  row.cells.find(cell => cell.column === column)?.text ?? '';

export const cellOver = (row: GridRow, column: number): GridCell | undefined =>
  row.cells.find(cell => cell.column <= column && column < cell.column + cell.columns);

/** The words of a whole row, cell beside cell. */
export const rowText = (row: GridRow): string =>
  filled(row)
    .map(cell => cell.text)
    .join(' | ');

export const filled = (row: GridRow): GridCell[] => row.cells.filter(cell => cell.text !== '');
