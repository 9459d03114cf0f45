import { cellOver, filled, type Grid, type GridRow, textAt } from '../grid/grid.ts';
import type { HeadingCell } from '../headings/heading.ts';
import { continuesHeading, isHeadingRow } from '../headings/rows.ts';

/** Rows of one table under one set of headings. Without headings they go on from the table before, or speak for themselves. */
export type Stretch = {
  /** Full-width rows above the headings: titles of what follows. */
  titles: GridRow[];
  headings: GridRow[];
  rows: GridRow[];
  width: number;
  where: string;
};

/** Parts a table where headings stand: at its top, and wherever they are printed again. */
export function stretchesOf(grid: Grid): Stretch[] {
  const rows = grid.rows.filter(row => row.cells.some(cell => cell.text !== '' || cell.continues));
  const stretches: Stretch[] = [];
  let open: Stretch = { titles: [], headings: [], rows: [], width: grid.width, where: grid.where };
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at];
    if (!row) break;
    const leading = open.headings.length === 0 && open.rows.every(isTitle);
    if (!isHeadingRow(row, leading, rows[at + 1])) {
      open.rows.push(row);
      continue;
    }
    const headings = [row];
    for (
      let next = rows[at + 1];
      next && continuesHeading(next, headings.at(-1) ?? row);
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

const isTitle = (row: GridRow) => filled(row).length === 1;

/** A title right above repeated headings belongs to what they head, not to what stands before. */
function trailingTitles(rows: GridRow[]): GridRow[] {
  const titles: GridRow[] = [];
  for (let last = rows.at(-1); last && isTitle(last) && last.cells[0]?.text; last = rows.at(-1)) {
    titles.unshift(last);
    rows.pop();
  }
  return titles;
}

/** The heading cells over one column, from the top row down; a cell merged downwards is given once. */
export function headingCells(headings: GridRow[], column: number): HeadingCell[] {
  return headings.flatMap(row => {
    const cell = cellOver(row, column);
    return cell && !cell.continues ? [{ text: cell.text, columns: cell.columns }] : [];
  });
}

export const columnTexts = (rows: GridRow[], column: number): string[] =>
  rows.map(row => textAt(row, column));
