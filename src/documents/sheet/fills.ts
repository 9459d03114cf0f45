import type { SheetRow } from './sheet.ts';

/** Backgrounds are kept up to this column: rows are often painted to the end of the sheet, where no plan stands. */
export const MOST_FILLED = 500;

export type Fills = Map<number, string>;

/** A row's backgrounds where it has any, for spreading. */
export const withFills = (fills: Fills | undefined): { fills?: Fills } => (fills?.size ? { fills } : {});

/** The background that a text outside tables may explain: its own, or that of the empty cell before it. */
export function explainedFill(row: SheetRow, column: number): string | undefined {
  const before = row.cells.has(column - 1) ? undefined : row.fills?.get(column - 1);
  return before ?? row.fills?.get(column);
}
