import { firstColumn, lastColumn, type SheetRow } from './sheet.ts';

/** Whether the rows after a blank one are another table and not more of the one above: headed, or of another width. */
export function beginsTable(rows: SheetRow[], above: SheetRow[]): boolean {
  const [first] = rows;
  if (!first) return false;
  if (first.header) return true;
  if (
    isBold(first) &&
    above.slice(1).filter(isBold).length < above.length / 2 &&
    rows.some(row => !isBold(row))
  )
    return true;
  const upper = extentOf(above);
  const lower = extentOf(rows);
  if (lower.left !== upper.left || lower.right > upper.right) return true;
  // Fewer columns, all of them filled in every row: not the same table with its last cells left empty.
  const full = rows.filter(row => row.cells.size > 1);
  return (
    full.length > 1 &&
    lower.right <= upper.right - 2 &&
    full.every(row => firstColumn(row) === lower.left && lastColumn(row) === lower.right)
  );
}

const isBold = (row: SheetRow) => row.cells.size > 1 && [...row.cells.values()].every(cell => cell.bold);

/** Lone texts may begin anywhere; rows of several cells show where the table stands. */
function extentOf(rows: SheetRow[]): { left: number; right: number } {
  const telling = rows.filter(row => row.cells.size > 1);
  return {
    left: Math.min(...telling.map(firstColumn)),
    right: Math.max(...telling.map(lastColumn)),
  };
}
