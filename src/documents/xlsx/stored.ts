import type { CellStyle } from './styles.ts';

/** A cell with words, as the file holds it. */
export type StoredCell = { column: number; text: string; bold: boolean; style: CellStyle };
export type StoredRow = { number: number; cells: StoredCell[] };
