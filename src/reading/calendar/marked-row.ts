import type { GridRow } from '../grid/grid.ts';
import type { Column } from '../headings/columns.ts';
import { periodsOf } from './periods.ts';

/** Whether some cells of a row under times are shaded and others are not: a task, though nothing else be filled in. */
export function isMarkedRow(row: GridRow, columns: Column[]): boolean {
  if (!row.cells.some(({ fill, text }) => fill && !text)) return false;
  const periods = periodsOf(columns.map(column => column.headings));
  const cells = row.cells.filter(({ column }) => periods[column]);
  return cells.some(({ fill }) => fill) && !cells.every(({ fill }) => fill);
}
