import type { Paragraph } from '../document.ts';
import { counting, tooWide, WIDEST } from '../limits.ts';

/** One sheet as it is seen: visible cells that hold words, each at its own place. Rows and columns count from 1. */
export type Sheet = {
  name: string;
  /** In order; rows without words are left out. */
  rows: SheetRow[];
  /** What is there but not among the visible cells: notes, text boxes, hidden rows and columns. */
  asides: Paragraph[];
  /** What the sheet says its file is known by. */
  identity?: string;
};

export type SheetRow = {
  number: number;
  /** By column, in order. */
  cells: Map<number, SheetCell>;
  /** The file itself says that the row holds headings. */
  header: boolean;
  /** Backgrounds by column, also of cells without words. */
  fills?: Map<number, string>;
  /** What it is known by, said in a column of its own. Such a row is a line of a table, however few cells it has. */
  identity?: string;
};

export type SheetCell = {
  text: string;
  /** How many columns and rows it covers, hidden ones with them; 1 and 1 unless merged. */
  columns: number;
  rows: number;
  bold?: boolean;
  /** 1 or 2 where it is set in larger letters than the rest of the sheet. */
  level?: number;
};

/** Holds one file's sheets to sizes that a plan stays far below. Throws `Unreadable` as soon as one is passed. */
export function sheetLimits() {
  const count = counting();
  return {
    cell: (text: string): void => count.cell(text.length),
    width(columns: number): void {
      if (columns > WIDEST) throw tooWide('sheet', columns);
    },
  };
}
export type SheetLimits = ReturnType<typeof sheetLimits>;

/** How many different columns of the sheet hold words. */
export const widthOf = (rows: SheetRow[]): number => new Set(rows.flatMap(row => [...row.cells.keys()])).size;

/** The first column of a row's words, and the last that they cover. */
export const firstColumn = (row: SheetRow): number => Math.min(...row.cells.keys());
export const lastColumn = (row: SheetRow): number =>
  Math.max(...[...row.cells].map(([column, cell]) => column + cell.columns - 1));

/** How many columns the words of a row cover. */
export const covered = (row: SheetRow): number =>
  [...row.cells.values()].reduce((sum, cell) => sum + cell.columns, 0);
