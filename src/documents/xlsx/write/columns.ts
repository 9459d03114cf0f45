import { columnWidths } from '../../column-widths.ts';
import type { SheetOut } from './sheets.ts';

/** How wide things are, in letters of the usual size, as Excel counts. */
const PROSE = 110;
const EACH = 20;
const LEAST = 130;
const MOST = 240;
const LETTER = 1.15;
const PADDING = 2;

/** How many columns the tables of a sheet have; prose has one. */
export const columnCount = ({ parts }: SheetOut): number =>
  parts.reduce(
    (most, { table }) =>
      table.rows.reduce((wide, row) => Math.max(wide, row.length), Math.max(most, table.headings.length)),
    1,
  );

/** Widths of a sheet's columns. Together they are as wide as still prints legibly on one landscape page. */
export function widthsOf(sheet: SheetOut): number[] {
  const [first] = sheet.parts;
  if (!first) return [PROSE];
  const rows = sheet.parts.flatMap(({ table }) => table.rows);
  const page = Math.min(MOST, Math.max(LEAST, columnCount(sheet) * EACH));
  return columnWidths({ ...first.table, rows }, { page, letter: LETTER, padding: PADDING });
}
