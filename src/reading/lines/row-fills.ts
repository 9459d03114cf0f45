import type { GridRow } from '../grid/grid.ts';

/**
 * The backgrounds of a row, column by column; a merged cell paints all that it covers. None for a row that has lost
 * cells, since nobody knows which.
 */
export function fillsOf(row: GridRow, width: number): (string | undefined)[] {
  const fills: (string | undefined)[] = Array.from({ length: width }, () => undefined);
  if (row.cells.reduce((sum, cell) => sum + cell.columns, 0) < width) return fills;
  for (const { column, columns, fill } of row.cells)
    for (let at = column; at < Math.min(column + columns, width); at++) fills[at] = fill;
  return fills;
}

/** Those of a row whose rest stands on the next page: where its first part has none. */
export const joinFills = (
  above: (string | undefined)[],
  below: (string | undefined)[],
): (string | undefined)[] => above.map((fill, at) => fill ?? below[at]);
