import { strToU8 } from 'fflate';
import { excelFile, textRow } from '../excel-file.ts';
import { openDocumentFile } from '../open-document.ts';
import { pdfFile, setLines } from '../pdf-file.ts';
import { cell, paragraph, row, table, wordFile } from '../word-file.ts';
import type { OddFile } from './odd-file.ts';
import { ARCHIVED, sheetTable, withPart } from './small-plans.ts';

const MEGABYTE = 1024 * 1024;
const LIMIT = 25 * MEGABYTE;
const TOO_MUCH = /holds far more than a plan does|needs more memory/;

const many = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));
/** 200,000 cells are read; these are nearly as many. */
const ROWS = [['Ref', 'What', 'When'], ...many(66_000, at => [`${at}`, 'Tell people', 'By May'])];
const separated = (separator: string) => strToU8(ROWS.map(one => one.join(separator)).join('\n'));
const wordTable = (rows: number) =>
  wordFile({ body: table(many(rows, at => row(many(10, column => cell(`r${at}c${column}`))))) });

/** As large as is taken, in ways that no document is. */
const OVER: OddFile[] = [
  {
    what: 'a line of 25 MB',
    name: 'line.txt',
    bytes: () => strToU8('word '.repeat(LIMIT / 5)),
    refused: TOO_MUCH,
  },
  { what: 'a word of 25 MB', name: 'word.txt', bytes: () => strToU8('w'.repeat(LIMIT)), refused: TOO_MUCH },
  {
    what: 'a line of 25 MB',
    name: 'line.csv',
    bytes: () => strToU8('word '.repeat(LIMIT / 5)),
    refused: TOO_MUCH,
  },
  { what: '25 MB of line ends', name: 'ends.txt', bytes: () => strToU8(`a${'\n'.repeat(LIMIT - 1)}`) },
  { what: '25 MB of commas', name: 'commas.csv', bytes: () => strToU8(`a${','.repeat(LIMIT - 1)}`) },
  { what: '25 MB of tabs', name: 'tabs.txt', bytes: () => strToU8(`a${'\t'.repeat(LIMIT - 1)}`) },
  {
    what: '25 MB of blank rows under a plan',
    name: 'blank.csv',
    bytes: () => strToU8(`What,When\nHold ward panel,May\n${`${','.repeat(19)}\n`.repeat(LIMIT / 20 - 2)}`),
    holds: /Hold ward panel/,
  },
  {
    what: '25 MB of quote marks',
    name: 'quotes.csv',
    bytes: () => strToU8(`a,"${'"'.repeat(LIMIT - 3)}`),
    refused: TOO_MUCH,
  },
  {
    what: '25 MB of blanks',
    name: 'blanks.txt',
    bytes: () => strToU8(`a${' '.repeat(LIMIT - 2)}b`),
    refused: TOO_MUCH,
  },
  {
    what: '1,000,000 short rows',
    name: 'rows.csv',
    bytes: () => strToU8(many(1_000_000, at => `${at},Tell,May`).join('\n')),
    refused: TOO_MUCH,
  },
  {
    what: '1,000,000 short lines',
    name: 'rows.txt',
    bytes: () => strToU8(many(1_000_000, at => `Tell ${at}\tMay`).join('\n')),
    refused: TOO_MUCH,
  },
  {
    what: '250,000 paragraphs',
    name: 'lines.txt',
    bytes: () => strToU8(many(250_000, () => 'Tell all.').join('\n\n')),
    refused: TOO_MUCH,
  },
  { what: 'a table of 300,000 cells', name: 'long.docx', bytes: () => wordTable(30_000), refused: TOO_MUCH },
  { what: 'a paragraph of 50 MB', name: 'swollen.docx', bytes: () => swollen('docx'), refused: TOO_MUCH },
  { what: 'a cell of 50 MB', name: 'swollen.xlsx', bytes: () => swollen('xlsx'), refused: TOO_MUCH },
  { what: 'a cell of 50 MB', name: 'swollen.ods', bytes: () => swollen('ods'), refused: TOO_MUCH },
];

/** Just under every limit: read, and within the memory and the time that one document is given. */
const UNDER: OddFile[] = [
  { what: 'nearly 6 MB in a line', name: 'line.txt', bytes: () => strToU8('word '.repeat(1_190_000)) },
  {
    what: 'nearly 6 MB in a cell',
    name: 'line.csv',
    bytes: () => strToU8(`a,b\n"${'word '.repeat(1_190_000)}",c`),
  },
  { what: 'nearly 200,000 cells', name: 'rows.csv', bytes: () => separated(',') },
  { what: 'nearly 200,000 cells', name: 'rows.txt', bytes: () => separated('\t') },
  {
    what: 'nearly 200,000 cells',
    name: 'rows.xlsx',
    bytes: () => excelFile({ rows: ROWS.map((texts, at) => textRow(at + 1, texts)).join('') }),
  },
  {
    what: 'nearly 200,000 cells',
    name: 'rows.ods',
    bytes: () => openDocumentFile('spreadsheet', { body: sheetTable(ROWS) }),
  },
  {
    what: 'nearly 200,000 paragraphs',
    name: 'lines.txt',
    bytes: () => strToU8(many(199_000, at => `Tell ${at} people.`).join('\n\n')),
  },
  {
    what: '100,000 paragraphs',
    name: 'long.docx',
    bytes: () => wordFile({ body: paragraph('Tell people about it.').repeat(100_000) }),
  },
  { what: 'a table of 150,000 cells', name: 'long.docx', bytes: () => wordTable(15_000) },
];

const PAGES: OddFile[] = [
  {
    what: 'a page of 100,000 letters',
    name: 'page.pdf',
    bytes: () =>
      pdfFile(kit =>
        setLines(
          kit.fontSize(1),
          5,
          5,
          many(200, at => `w${at} `.repeat(100)),
          4,
        ),
      ),
    holds: /w199/,
  },
  {
    what: 'a page of 100,000 letters at one place',
    name: 'page.pdf',
    bytes: () =>
      pdfFile(kit =>
        setLines(
          kit,
          5,
          5,
          many(200, () => 'abcd '.repeat(100)),
          0,
        ),
      ),
  },
  {
    what: 'a page of 100,000 lines',
    name: 'ruled.pdf',
    bytes: () =>
      pdfFile(kit => {
        setLines(kit, 60, 60, ['Hold ward panel']);
        for (let at = 0; at < 50_000; at++) {
          const [x, y] = [(at * 7919) % 500, (at * 104_729) % 700];
          kit
            .moveTo(x, y)
            .lineTo(x + 40, y)
            .moveTo(x, y)
            .lineTo(x, y + 30);
        }
        kit.stroke();
      }),
  },
  {
    what: 'a net of 40,000 cells',
    name: 'net.pdf',
    bytes: () =>
      pdfFile(kit => {
        setLines(kit, 60, 60, ['Hold ward panel']);
        for (let at = 0; at < 200; at++) {
          const [x, y] = [50 + at * 2.5, 50 + at * 3.5];
          kit.moveTo(50, y).lineTo(550, y).moveTo(x, 50).lineTo(x, 746.5);
        }
        kit.stroke();
      }),
  },
];

export const HUGE: OddFile[] = [...OVER, ...UNDER, ...PAGES];

/** Words that pack to next to nothing, but not so little that it would be told by that. */
function swollen(ending: string): Uint8Array {
  const { whole, part, saying } = ARCHIVED.find(one => one.ending === ending)!;
  const words = many(5 * MEGABYTE, at =>
    at % 100 ? 'aaaaaaaaa' : `${(at * 7919) % 1_000_003}`.padEnd(9, 'x'),
  );
  return withPart(whole(), part, saying(`😀 ${words.join(' ')}`));
}
