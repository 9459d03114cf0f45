import { firstColumn, lastColumn, type SheetRow } from './sheet.ts';

/** Whether rows are another table and not more of the one above: they are headed, and set or laid out otherwise. */
export function beginsTable(rows: SheetRow[], above: SheetRow[]): boolean {
  const [first] = rows;
  if (!first) return false;
  if (first.header || standsOut(first, rows, above)) return true;
  const upper = extentOf(above);
  const lower = extentOf(rows);
  return (lower.left !== upper.left || lower.right !== upper.right) && looksHeaded(rows);
}

/** In bold letters, over rows that are not, after a table that has few such rows. */
const standsOut = (first: SheetRow, rows: SheetRow[], above: SheetRow[]) =>
  isBold(first) && above.slice(1).filter(isBold).length < above.length / 2 && rows.some(row => !isBold(row));

const isBold = (row: SheetRow) => row.cells.size > 1 && [...row.cells.values()].every(cell => cell.bold);

/** Lone texts may begin anywhere; rows of several cells show where the table stands. */
function extentOf(rows: SheetRow[]): { left: number; right: number } {
  const telling = rows.filter(row => row.cells.size > 1);
  return {
    left: telling.reduce((least, row) => Math.min(least, firstColumn(row)), Number.POSITIVE_INFINITY),
    right: telling.reduce((most, row) => Math.max(most, lastColumn(row)), 0),
  };
}

/** Words. A heading is no longer. */
const LONGEST_HEADING = 5;

/** A row of short texts without figures, in every column that the rows below it fill, and below it some that are not so. */
function looksHeaded([first, ...rest]: SheetRow[]): boolean {
  const below = rest.filter(row => row.cells.size > 1);
  if (!first || !textsOf(first).every(mayHead) || below.length === 0) return false;
  const columns = new Set(below.flatMap(row => [...row.cells.keys()]));
  const covers = [...columns].every(column => first.cells.has(column));
  return covers && below.some(row => !textsOf(row).every(mayHead));
}

const textsOf = (row: SheetRow) => [...row.cells.values()].map(cell => cell.text);

const mayHead = (text: string) =>
  !/\d/.test(text) && !/[.;]\s*$/.test(text) && text.trim().split(/\s+/).length <= LONGEST_HEADING;
