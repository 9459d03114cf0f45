import { covered, firstColumn, lastColumn, type SheetRow } from './sheet.ts';

/** Where the words of some rows stand, and how many columns the fuller of them cover. */
export type Extent = { left: number; right: number; usual: number };

export function extentOf(rows: SheetRow[]): Extent {
  const widths = rows
    .filter(row => row.cells.size > 1)
    .map(covered)
    .sort((a, b) => a - b);
  return {
    left: rows.reduce((least, row) => Math.min(least, firstColumn(row)), Number.POSITIVE_INFINITY),
    right: rows.reduce((most, row) => Math.max(most, lastColumn(row)), 0),
    // Three of four rows cover no more.
    usual: widths[Math.floor(widths.length * 0.75)] ?? 0,
  };
}

const MOSTLY = 0.6;

/** A text that has its row, or most of the width, to itself. */
export const isAlone = (row: SheetRow, { left, right, usual }: Extent): boolean =>
  !row.identity &&
  (usual === 0 ||
    (row.cells.size === 1 &&
      (firstColumn(row) === left || covered(row) >= (right - left + 1) * MOSTLY || usual === 1)));

/** "Owner:" and a name, as they stand above a table. Below its headings such a row is one that nobody has filled in yet. */
export const isPair = (row: SheetRow, { left, usual }: Extent): boolean =>
  row.cells.size === 2 &&
  !row.identity &&
  firstColumn(row) === left &&
  (covered(row) <= usual / 2 || (usual > 2 && /:\s*$/.test(row.cells.get(left)?.text ?? '')));
