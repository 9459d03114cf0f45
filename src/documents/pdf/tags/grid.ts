import { type Extent, extentOf, type GridCell } from './grid-cell.ts';
import { lastColumns } from './spans.ts';
import type { WholeCell, WholeTable } from './whole-table.ts';

/** The cells of a table on its columns; columns that no cell of a row takes belong to the cell above. */
export type Grid = { rows: GridCell[][]; columns: Extent[] };

/** Points by which words may run over into the next column. */
const OVER = 1.5;

/**
 * Lays the cells of a table on its columns: rows with all cells say where these are. The others leave cells out, which
 * are merged: by where their words stand. Nothing where the words stand elsewhere than in columns.
 */
export function gridOf({ rows }: WholeTable): Grid | undefined {
  const width = usualWidth(rows);
  const columns = extentsOf(rows.filter(row => row.length === width));
  if (!columns) return undefined;
  const laid = rows.map(row =>
    row.length === width ? each(row) : row.length > width ? again(row, columns) : placed(row, columns),
  );
  if (!laid.every(row => row !== undefined)) return undefined;
  return { rows: lastColumns(laid, columns), columns };
}

/** The most cells that more than one row has: where a page break cuts a row, programs count its cells twice. */
function usualWidth(rows: WholeCell[][]): number {
  const whole = rows.filter(row => new Set(row.flatMap(cell => cell.parts.map(part => part.page))).size < 2);
  const counts = whole.map(row => row.length).sort((a, b) => b - a);
  return counts.find((count, index) => count === counts[index + 1]) ?? counts[0] ?? 0;
}

/** A row whose cells are counted again on its next page: what stands over one column is one cell. */
function again(row: WholeCell[], columns: Extent[]): GridCell[] {
  const cells = columns.map(
    (_, index): GridCell => ({
      cell: { heads: false, parts: [] },
      from: index,
      to: index,
    }),
  );
  for (const cell of row) {
    const extent = extentOf(cell);
    if (extent) cells[under(extent, columns).from]?.cell.parts.push(...cell.parts);
  }
  return cells;
}

const each = (row: WholeCell[]): GridCell[] => row.map((cell, index) => ({ cell, from: index, to: index }));

/** Where the columns are, from rows that have a cell in each; a column without words lies between its neighbours. */
function extentsOf(rows: WholeCell[][]): Extent[] | undefined {
  const [first] = rows;
  if (!first) return undefined;
  const found = first.map((_, column) => {
    const extents = rows.flatMap(row => extentOf(row[column] ?? { heads: false, parts: [] }) ?? []);
    if (extents.length === 0) return undefined;
    return { x0: Math.min(...extents.map(one => one.x0)), x1: Math.max(...extents.map(one => one.x1)) };
  });
  const columns = found.map((extent, column) => {
    if (extent) return extent;
    const before = found.slice(0, column).findLast(one => one)?.x1;
    const behind = found.slice(column + 1).find(one => one)?.x0;
    const at = ((before ?? behind ?? 0) + (behind ?? before ?? 0)) / 2;
    return { x0: at, x1: at };
  });
  const apart = columns.every(({ x0 }, index) => (columns[index - 1]?.x1 ?? x0) <= x0 + OVER);
  return apart ? columns : undefined;
}

/** Cells of a row with fewer of them: those with words where these stand, empty ones in the columns left between. */
function placed(row: WholeCell[], columns: Extent[]): GridCell[] | undefined {
  const cells: GridCell[] = [];
  let next = 0;
  for (const [index, cell] of row.entries()) {
    const extent = extentOf(cell);
    if (extent) {
      const { from, to } = under(extent, columns);
      if (from < next) return undefined;
      cells.push({ cell, from, to });
      next = to + 1;
    } else {
      const rest = row.slice(index + 1);
      const filled = rest.findIndex(one => one.parts.length > 0);
      const end =
        filled < 0 ? columns.length : under(extentOf(rest[filled]!) ?? { x0: 0, x1: 0 }, columns).from;
      const from = end - (filled < 0 ? rest.length : filled) - 1;
      if (from < next) return undefined;
      cells.push({ cell, from, to: from });
      next = from + 1;
    }
  }
  return next <= columns.length ? cells : undefined;
}

/** The columns that words stand over, or the nearest where they stand between two. */
function under({ x0, x1 }: Extent, columns: Extent[]): { from: number; to: number } {
  const over = columns.flatMap((column, index) =>
    Math.min(x1, column.x1) - Math.max(x0, column.x0) > OVER ? [index] : [],
  );
  const [from, to] = [over[0], over.at(-1)];
  if (from !== undefined && to !== undefined) return { from, to };
  const away = columns.map(column => Math.max(column.x0 - x1, x0 - column.x1));
  const nearest = away.indexOf(Math.min(...away));
  return { from: nearest, to: nearest };
}
