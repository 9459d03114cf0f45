import { type FileRow, holdRows, type RowsOfFile } from '../rows/row.ts';
import type { SheetRow } from '../sheet/sheet.ts';
import { Unreadable } from '../unreadable.ts';
import { openArchive } from '../zip/unpack.ts';
import { openWorkbook } from './package.ts';
import { readSheet } from './sheet.ts';

/** The rows of the first sheet that is seen, each cell as it prints. Throws `Unreadable`. */
export function xlsxRows(bytes: Uint8Array): RowsOfFile {
  const book = openWorkbook(openArchive(bytes));
  const listed = book.sheets.find(sheet => !sheet.hidden);
  if (!listed)
    throw new Unreadable(
      'This workbook shows no sheet. Unhide the one with the rows, save it and upload it again.',
    );
  // what it holds is counted row by row below
  const sheet = readSheet(listed, book, [], { cell: () => undefined, width: () => undefined });
  const count = holdRows();
  const rows = sheet.rows.map(row => asFileRow(row));
  for (const { values } of rows) count(values);
  return { rows, hidden: sheet.asides.some(({ where }) => /^hidden (row|column)/.test(where)) };
}

function asFileRow({ number, cells }: SheetRow): FileRow {
  const width = Math.max(...cells.keys());
  return { number, values: Array.from({ length: width }, (_, index) => cells.get(index + 1)?.text ?? '') };
}
