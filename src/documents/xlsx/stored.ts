import type { CellStyle } from './styles.ts';

/** A cell with words, as the file holds it. */
export type StoredCell = { column: number; text: string; bold: boolean; style: CellStyle };
/** `fills`: the backgrounds by column, also of cells without words. */
export type StoredRow = { number: number; cells: StoredCell[]; fills: Map<number, string> };
