import { strToU8 } from 'fflate';
import type { DocumentOut, TableOut } from '../document-out.ts';
import { joined } from '../joined.ts';
import { BYTE_ORDER_MARK, csvRow } from './write-row.ts';

const SECTION = 'Section';

/**
 * Writes the tables of a document as one of separated values (RFC 4180): every column that any of them has, once, with the
 * title of its section before each row. No cell is taken for a formula. Words outside the tables are left out.
 */
export function* csvBytes(document: DocumentOut): Generator<Uint8Array> {
  let waiting = BYTE_ORDER_MARK;
  for (const row of recordsOf(document)) {
    waiting += csvRow(row);
    if (waiting.length < 64 * 1024) continue;
    yield strToU8(waiting);
    waiting = '';
  }
  yield strToU8(waiting);
}

export const writeCsv = (document: DocumentOut): Uint8Array => joined(csvBytes(document));

function* recordsOf({ sections }: DocumentOut): Generator<string[]> {
  const tables = sections.flatMap(section =>
    section.tables.map(table => ({ title: section.heading, table })),
  );
  const own = [...new Set(tables.flatMap(({ table }) => namesOf(table)))];
  const titled = own.includes(SECTION) || tables.some(({ title }) => title);
  const columns = titled ? [SECTION, ...own.filter(name => name !== SECTION)] : own;
  yield columns.map(headingOf);
  for (const { title, table } of tables) {
    const places = new Map(namesOf(table).map((name, index) => [name, index]));
    for (const row of table.rows) {
      yield columns.map(name => {
        const place = places.get(name);
        return place === undefined ? (name === SECTION ? title : '') : (row[place] ?? '');
      });
    }
  }
}

/** The headings of a table, told apart by a number behind a line where one is there twice. */
function namesOf({ headings, rows }: TableOut): string[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), headings.length);
  const texts = Array.from({ length: width }, (_, index) => headings[index] ?? '');
  return texts.map((text, index) => {
    const before = texts.slice(0, index).filter(other => other === text).length;
    return before ? `${text}\0${before}` : text;
  });
}

const headingOf = (name: string): string => name.replace(/\0\d+$/, '');
