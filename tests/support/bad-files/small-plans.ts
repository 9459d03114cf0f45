import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { excelFile, textRow } from '../excel-file.ts';
import { openDocumentFile } from '../open-document.ts';
import { pdfFile, setLines } from '../pdf-file.ts';
import { paragraph, plainTable, wordFile } from '../word-file.ts';

const ROWS = [
  ['What', 'Owner', 'When'],
  ['Hold ward panel', 'Ward sergeant', 'Monthly'],
  ['Publish newsletter', 'Press office', 'Quarterly'],
];
const TITLE = 'Ashmere communications plan';

/** Rows of texts as the one table of an OpenDocument spreadsheet. */
export const sheetTable = (rows: string[][], name = 'Plan'): string =>
  `<table:table table:name="${name}">${rows
    .map(row => `<table:table-row>${row.map(sheetCell).join('')}</table:table-row>`)
    .join('')}</table:table>`;
const sheetCell = (text: string) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`;

const tabbed = (separator: string) => strToU8([TITLE, ...ROWS.map(row => row.join(separator))].join('\n'));

/** A format that is a zip archive: the part that holds the words, and how words stand in it. */
export type Archived = {
  ending: string;
  whole: () => Uint8Array;
  part: string;
  saying: (inside: string) => string;
};

export const ARCHIVED: Archived[] = [
  {
    ending: 'docx',
    whole: () => wordFile({ body: paragraph(TITLE) + plainTable(ROWS) }),
    part: 'word/document.xml',
    saying: inside => `<w:document><w:body><w:p><w:r><w:t>${inside}</w:t></w:r></w:p></w:body></w:document>`,
  },
  {
    ending: 'xlsx',
    whole: () => excelFile({ rows: [[TITLE], ...ROWS].map((row, at) => textRow(at + 1, row)).join('') }),
    part: 'xl/worksheets/sheet1.xml',
    saying: inside =>
      `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${inside}</t></is></c></row></sheetData></worksheet>`,
  },
  {
    ending: 'odt',
    whole: () => openDocumentFile('text', { body: `<text:p>${TITLE}</text:p>${sheetTable(ROWS)}` }),
    part: 'content.xml',
    saying: inside =>
      `<office:document-content><office:body><office:text><text:p>${inside}</text:p></office:text></office:body></office:document-content>`,
  },
  {
    ending: 'ods',
    whole: () => openDocumentFile('spreadsheet', { body: sheetTable([[TITLE], ...ROWS]) }),
    part: 'content.xml',
    saying: inside =>
      `<office:document-content><office:body><office:spreadsheet>${sheetTable([[inside]])}</office:spreadsheet></office:body></office:document-content>`,
  },
];

/** The same small plan in every format that is read, under a name that fits. */
export const SMALL_PLANS: { ending: string; whole: () => Uint8Array | Promise<Uint8Array> }[] = [
  ...ARCHIVED,
  { ending: 'pdf', whole: () => pdfFile(kit => setLines(kit, 60, 60, [TITLE, ...ROWS.flat()], 20)) },
  { ending: 'csv', whole: () => tabbed(',') },
  { ending: 'tsv', whole: () => tabbed('\t') },
  { ending: 'txt', whole: () => tabbed('\t') },
];

/** The archive with one part more, or another in its place. What says the kind stays first, and is not packed. */
export function withPart(bytes: Uint8Array, name: string, content: string | Uint8Array): Uint8Array {
  const parts: Zippable = unzipSync(bytes);
  parts[name] = typeof content === 'string' ? strToU8(content) : content;
  if (parts.mimetype) parts.mimetype = [parts.mimetype as Uint8Array, { level: 0 }];
  return zipSync(parts);
}

/** Changes every entry of the archive's directory: `at` bytes into each. */
export function withDirectory(bytes: Uint8Array, change: (view: DataView, at: number) => void): Uint8Array {
  const changed = Uint8Array.from(bytes);
  const view = new DataView(changed.buffer);
  for (let at = 0; at + 46 < view.byteLength; at++)
    if (view.getUint32(at, true) === 0x02014b50) change(view, at);
  return changed;
}

/** Changes the text of a PDF that is not compressed. */
export const replaced = (bytes: Uint8Array, what: RegExp | string, by: string): Uint8Array =>
  Buffer.from(Buffer.from(bytes).toString('latin1').replace(what, by), 'latin1');
