import { unguarded } from '../csv/formula-guard.ts';
import { recordsOf } from '../csv/records.ts';
import { separatorOf } from '../csv/separator.ts';
import { type FileKind, kindOf } from '../kind.ts';
import { decodeText } from '../txt/decode.ts';
import { Unreadable } from '../unreadable.ts';
import { xlsxRows } from '../xlsx/rows.ts';
import { type FileRow, holdRows, type RowsOfFile } from './row.ts';

/**
 * Reads a file that is nothing but one table, such as a list of people: its rows as they stand, without sense made of
 * them. Separated values in any encoding, or the first sheet of an Excel workbook that is seen. Rows without words are
 * left out; the others keep the number that a spreadsheet shows. Throws `Unreadable`, with what to do, and nothing else.
 */
export function readRows(bytes: Uint8Array): RowsOfFile {
  if (bytes.byteLength === 0) throw new Unreadable('This file is empty. Check that you chose the right one.');
  try {
    const kind = kindOf(bytes);
    if (kind === 'xlsx') return xlsxRows(bytes);
    if (kind !== 'text') throw new Unreadable(unread(kind));
    return { rows: csvRows(textOf(bytes)), hidden: false };
  } catch (fault) {
    if (fault instanceof Unreadable) throw fault;
    throw new Unreadable(
      'This file is damaged and could not be read. Open it in the program that made it, save it again and upload the new copy.',
      { cause: fault },
    );
  }
}

function textOf(bytes: Uint8Array): string {
  try {
    return decodeText(bytes);
  } catch {
    throw new Unreadable(`This file is not text, so it is no CSV file. ${WHAT_TO_DO}`);
  }
}

function csvRows(text: string): FileRow[] {
  const { separator, body } = separatorOf(withoutBlankEnd(text.replace(/^\uFEFF/, '')));
  const count = holdRows();
  return recordsOf(body, separator).flatMap((record, index) => {
    const values = record.map(value => (/\S/.test(value) ? unguarded(value) : ''));
    if (!values.some(Boolean)) return [];
    count(values);
    return [{ number: index + 1, values }];
  });
}

/** Spreadsheets write a million rows of commas below the last one. */
function withoutBlankEnd(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s,;|]/.test(text[end - 1]!)) end--;
  return text.slice(0, end);
}

const WHAT_TO_DO =
  'Open it in the program that made it, save it as “CSV (comma-separated)” or as an Excel workbook (.xlsx), and upload that.';

const CALLED: Partial<Record<FileKind, string>> = {
  docx: 'a Word document',
  pdf: 'a PDF',
  odt: 'an OpenDocument text',
  ods: 'an OpenDocument spreadsheet',
  pptx: 'a presentation',
  html: 'a web page',
  picture: 'a picture',
  'old-excel': 'an Excel workbook of the old kind (.xls)',
  'password-protected': 'protected by a password',
};

const unread = (kind: FileKind): string =>
  `This file is ${CALLED[kind] ?? 'of a kind that is not read here'}. ${WHAT_TO_DO}`;
