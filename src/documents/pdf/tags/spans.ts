import { type Extent, extentOf, type GridCell } from './grid-cell.ts';

/** So many columns left out at the end of a row are those of one long cell. */
const LONG = 3;

/**
 * Gives columns that a row leaves out to the cell beside it where they are merged sideways: in a first row, in titles,
 * and where a sum or a remark takes the rest of a row. All others are merged downwards.
 */
export function lastColumns(rows: GridCell[][], columns: Extent[]): GridCell[][] {
  return rows.map((row, index) => {
    if (row.length === 1 && row[0]) return [{ ...row[0], from: 0, to: columns.length - 1 }];
    if (index > 0) return withRest(row, columns.length);
    return overColumns(row, rows[1] ?? [], columns);
  });
}

function withRest(row: GridCell[], width: number): GridCell[] {
  const last = row.at(-1);
  if (!last || width - 1 - last.to < LONG) return row;
  return [...row.slice(0, -1), { ...last, to: width - 1 }];
}

/** Headings over several columns: those whose columns have headings of their own in the row below. */
function overColumns(row: GridCell[], below: GridCell[], columns: Extent[]): GridCell[] {
  const own = new Set(
    below.flatMap(({ from, to }) => columns.flatMap((_, at) => (at >= from && at <= to ? [at] : []))),
  );
  const cells = row.map(cell => ({ ...cell }));
  const taken = (column: number) => cells.find(({ from, to }) => from <= column && column <= to);
  for (let column = 0; column < columns.length; column++) {
    if (taken(column)) continue;
    const left = cells.findLast(cell => cell.to < column);
    const right = cells.find(cell => cell.from > column);
    if (left && (!right || isNearer(left, right, column, own, columns))) left.to = column;
    else if (right) right.from = column;
  }
  return cells;
}

/** Whether a column belongs to the heading before it, and not to the one behind it. */
function isNearer(
  left: GridCell,
  right: GridCell,
  column: number,
  own: Set<number>,
  columns: Extent[],
): boolean {
  if (own.has(left.from) !== own.has(right.from)) return own.has(left.from) === own.has(column);
  if (beginsAt(right, columns)) return true;
  const grown = off({ ...left, to: column }, columns) + off(right, columns);
  return grown <= off(left, columns) + off({ ...right, from: column }, columns);
}

/** Points within which the words of a cell begin where their column does. */
const SAME_PLACE = 1.5;

const beginsAt = ({ cell, from }: GridCell, columns: Extent[]): boolean =>
  Math.abs((extentOf(cell)?.x0 ?? 0) - (columns[from]?.x0 ?? 0)) < SAME_PLACE;

/** How far the words of a cell stand from the middle of its columns. */
function off({ cell, from, to }: GridCell, columns: Extent[]): number {
  const extent = extentOf(cell);
  const [first, last] = [columns[from], columns[to]];
  return extent && first && last ? Math.abs(extent.x0 + extent.x1 - first.x0 - last.x1) : 0;
}
