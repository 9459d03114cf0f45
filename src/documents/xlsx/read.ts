import type { SourceDocument } from '../document.ts';
import type { Told } from '../progress.ts';
import { hiddenSheet } from '../sheet/hidden.ts';
import { type Sheet, type SheetLimits, sheetLimits } from '../sheet/sheet.ts';
import { workbook } from '../sheet/workbook.ts';
import { type Archive, openArchive } from '../zip/unpack.ts';
import { notesOf } from './notes.ts';
import { type ListedSheet, openWorkbook, type Workbook, xmlPart } from './package.ts';
import { areaNamed } from './place.ts';
import { readSheet } from './sheet.ts';
import { textBoxesOf } from './text-boxes.ts';

/**
 * Reads an Excel workbook (.xlsx, .xlsm) as it prints. Hidden sheets hold lists and workings: their words are told
 * aside, and so are notes on cells and text boxes. Macros and formulas are never run.
 */
export function readXlsx(bytes: Uint8Array, told?: Told): SourceDocument {
  const archive = openArchive(bytes);
  const book = openWorkbook(archive);
  const limits = sheetLimits();
  let done = 0;
  const read = (listed: ListedSheet) => {
    const sheet = wholeSheet(listed, book, archive, limits);
    told?.({ done: ++done, of: book.sheets.length, parts: 'sheets' });
    return sheet;
  };
  const sheets = book.sheets.filter(sheet => !sheet.hidden).map(read);
  const hidden = book.sheets.filter(sheet => sheet.hidden).map(read);
  const document = workbook('xlsx', sheets, hidden.flatMap(hiddenSheet), limits);
  return book.identity ? { ...document, identity: book.identity } : document;
}

function wholeSheet(listed: ListedSheet, book: Workbook, archive: Archive, limits: SheetLimits): Sheet {
  const sheet = readSheet(listed, book, tableHeaders(listed, archive), limits);
  const asides = [...sheet.asides, ...textBoxesOf(listed, archive), ...notesOf(listed, archive)];
  return { ...sheet, asides };
}

/** The first rows of what Excel itself keeps as tables. */
const tableHeaders = (listed: ListedSheet, archive: Archive): number[] =>
  listed.parts.flatMap(part => {
    const table = part.type === 'table' ? xmlPart(archive, part.target) : undefined;
    const area =
      table?.attributes.headerRowCount === '0' ? undefined : areaNamed(table?.attributes.ref ?? '');
    return area ? [area.top] : [];
  });
