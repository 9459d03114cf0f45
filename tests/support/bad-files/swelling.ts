import { strToU8, zlibSync } from 'fflate';
import { excelFile } from '../excel-file.ts';
import { openDocumentFile } from '../open-document.ts';
import { pdfFile, setLines } from '../pdf-file.ts';
import { plainTable, wordFile } from '../word-file.ts';
import type { OddFile } from './odd-file.ts';
import { replaced, sheetTable } from './small-plans.ts';

const letters = (column: number): string =>
  (column > 25 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
const COLUMNS = Array.from({ length: 10_000 }, (_, at) => `a${at}`);
const separated = (separator: string) => strToU8(`${COLUMNS.join(separator)}\n`.repeat(3));
const sheetCells = COLUMNS.map(
  (text, at) => `<c r="${letters(at)}1" t="inlineStr"><is><t>${text}</t></is></c>`,
);
/** No program shows such tables, and nobody keeps a plan in them. */
const WIDE = Object.entries({
  csv: () => separated(','),
  tsv: () => separated('\t'),
  txt: () => separated('\t'),
  xlsx: () => excelFile({ rows: `<row r="1">${sheetCells.join('')}</row>` }),
  ods: () => openDocumentFile('spreadsheet', { body: sheetTable([COLUMNS]) }),
  odt: () => openDocumentFile('text', { body: sheetTable([COLUMNS]) }),
  docx: () => wordFile({ body: plainTable([COLUMNS]) }),
}).map(
  ([ending, bytes]): OddFile => ({
    what: '10,000 columns',
    name: `wide.${ending}`,
    bytes,
    refused: /has a (?:sheet|table) of 10000 columns; up to 400 are read/,
  }),
);

const repeated = (inside: string) =>
  `<table:table><table:table-row table:number-rows-repeated="2000000000"><table:table-cell ${inside}><text:p>Hold</text:p></table:table-cell></table:table-row></table:table>`;
/** Few bytes that say something without end. */
const ENDLESS: OddFile[] = [
  {
    what: 'a row said 2,000,000,000 times over',
    name: 'times.ods',
    bytes: () => openDocumentFile('spreadsheet', { body: repeated('') }),
    refused: /far more than a plan/,
  },
  {
    what: 'a cell said 2,000,000,000 times over',
    name: 'times.ods',
    bytes: () =>
      openDocumentFile('spreadsheet', { body: repeated('table:number-columns-repeated="2000000000"') }),
    refused: /far more than a plan/,
  },
  {
    what: 'a row said 2,000,000,000 times over',
    name: 'times.odt',
    bytes: () => openDocumentFile('text', { body: repeated('') }),
    refused: /far more than a plan/,
  },
  {
    what: 'a cell said 2,000,000,000 times over',
    name: 'times.odt',
    bytes: () => openDocumentFile('text', { body: repeated('table:number-columns-repeated="2000000000"') }),
    refused: /far more than a plan/,
  },
  {
    what: 'a page of which 300 MB are unpacked',
    name: 'bomb.pdf',
    bytes: pdfBomb,
    refused: /needs more memory/,
  },
];

export const SWELLING: OddFile[] = [...WIDE, ...ENDLESS];

/** A page's drawing that packs a thousand to one. */
async function pdfBomb(): Promise<Uint8Array> {
  const page = await pdfFile(kit => setLines(kit, 60, 60, ['Hold ward panel']));
  const packed = Buffer.from(zlibSync(new Uint8Array(300_000_000).fill(32), { level: 1 })).toString('latin1');
  return replaced(
    page,
    /<<\n\/Length \d+\n>>\nstream\n[\s\S]*?\nendstream/,
    `<</Length ${packed.length} /Filter /FlateDecode>>\nstream\n${packed}\nendstream`,
  );
}
