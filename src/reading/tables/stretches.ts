import { cellOver, filled, type Grid, type GridRow, rowText, textAt } from '../grid/grid.ts';
import type { HeadingCell } from '../headings/heading.ts';
import { FAR_ENOUGH } from '../headings/over-data.ts';
import { continuesHeading, isHeadingRow, namesGroups, namesPeriods } from '../headings/rows.ts';
import { folded } from '../text/plain.ts';
import { goesOn } from '../text/sentence.ts';

/** Rows of one table under one set of headings. Without headings they go on from the table before, or speak for themselves. */
export type Stretch = {
  /** Full-width rows above the headings: titles of what follows. */
  titles: GridRow[];
  headings: GridRow[];
  rows: GridRow[];
  width: number;
  where: string;
};

/**
 * Parts a table where headings stand: at its top, and wherever they are printed again. `headed`: a table as wide stood
 * before, so that its first row may go on with that one and must look the more like headings.
 */
export function stretchesOf(grid: Grid, headed: boolean): Stretch[] {
  const rows = grid.rows.filter(row => row.cells.some(cell => cell.text !== '' || cell.continues));
  const stretches: Stretch[] = [];
  let open: Stretch = { titles: [], headings: [], rows: [], width: grid.width, where: grid.where };
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at];
    if (!row) break;
    const leading =
      open.headings.length === 0 && open.rows.every(isAbove) && (headed ? 'after a table' : 'first');
    const below = rows.slice(at + 1, at + 1 + FAR_ENOUGH);
    const heads =
      isHeadingRow(row, leading, below, grid.width) || open.headings.some(one => samePrint(one, row));
    if (row.identity || !heads) {
      open.rows.push(row);
      continue;
    }
    const headings = [row];
    const upper = open.rows.at(-1);
    if (upper && open.headings.length === 0 && namesGroups(upper, grid.width)) {
      headings.unshift(upper);
      open.rows.pop();
    }
    for (
      let next = rows[at + 1];
      next && !next.identity && continuesHeading(next, headings.at(-1) ?? row);
      next = rows[at + 1]
    ) {
      headings.push(next);
      at++;
    }
    const titles = trailingTitles(open.rows);
    if (open.rows.length || open.headings.length) stretches.push(open);
    open = { titles, headings, rows: [], width: grid.width, where: grid.where };
  }
  stretches.push(open);
  return stretches.filter(
    stretch => stretch.titles.length + stretch.headings.length + stretch.rows.length > 0,
  );
}

/** Headings that were taken for such once are headings wherever they are printed again. */
const samePrint = (one: GridRow, other: GridRow) => folded(rowText(one)) === folded(rowText(other));

const isTitle = (row: GridRow) => filled(row).length === 1;

/** What may stand over headings. */
const isAbove = (row: GridRow) => isTitle(row) || namesPeriods(row);

/** The rest of a row that a page break cut stands alone as a title does, but begins in the middle of a sentence. */
const mayTitle = (row: GridRow) =>
  isTitle(row) && row.cells[0]?.text !== '' && !goesOn(row.cells[0]?.text ?? '');

/** A title right above repeated headings belongs to what they head, not to what stands before. */
function trailingTitles(rows: GridRow[]): GridRow[] {
  const titles: GridRow[] = [];
  for (let last = rows.at(-1); last && mayTitle(last); last = rows.at(-1)) {
    titles.unshift(last);
    rows.pop();
  }
  return titles;
}

/** The heading cells over one column, from the top row down; a cell merged downwards is given once. */
export function headingCells(headings: GridRow[], column: number): HeadingCell[] {
  return headings.flatMap(row => {
    const cell = cellOver(row, column);
    return cell && !cell.continues
      ? [{ text: cell.text, columns: cell.columns, first: cell.column === column }]
      : [];
  });
}

export const columnTexts = (rows: GridRow[], column: number): string[] =>
  rows.map(row => textAt(row, column));
