import type { FileRow } from '../../documents/rows/row.ts';
import { nameKey } from '../../language/same-name.ts';

/** What is told of a column without what is in it. */
export type NamedColumn = { name: string; heading: string; alsoHeaded?: string[]; required?: string };

/** The rows of a file under the columns that are known, in the file's own order. */
export type Table = { columns: string[]; rows: FileRow[]; passedOver: string[] };

/** How far down the headings are looked for: titles and notes stand over some. */
const LOOKED_AT = 10;

/** Finds the headings of a file and what stands under each. `problem`: why it cannot be read, with what to do. */
export function matchColumns(rows: FileRow[], columns: NamedColumn[]): Table | { problem: string } {
  const known = knownHeadings(columns);
  const found = (row: FileRow) => new Set(row.values.map(text => known.get(nameKey(text)))).size;
  const candidates = rows.slice(0, LOOKED_AT).map(row => ({ row, found: found(row) }));
  const best = candidates.reduce((one, other) => (other.found > one.found ? other : one), {
    row: { number: 0, values: [] } as FileRow,
    found: 0,
  });
  const names = best.row.values.map(text => known.get(nameKey(text)));
  const first = rows[0];
  if (!names.some(Boolean)) return { problem: noHeadings(columns, first) };
  const twice = names.find((name, index) => name !== undefined && names.indexOf(name) !== index);
  if (twice) return { problem: twiceThere(twice, best.row, names) };
  const missing = columns.filter(({ name, required }) => required && !names.includes(name));
  if (missing.length) return { problem: missingColumns(missing, best.row) };
  return under(rows.slice(rows.indexOf(best.row) + 1), best.row, names);
}

function knownHeadings(columns: NamedColumn[]): Map<string, string> {
  const known = new Map<string, string>();
  for (const { name, alsoHeaded = [] } of columns)
    for (const one of alsoHeaded) known.set(nameKey(one), name);
  for (const { name, heading } of columns) known.set(nameKey(heading), name);
  known.delete('');
  return known;
}

function under(rows: FileRow[], headings: FileRow, names: (string | undefined)[]): Table {
  const places = names.flatMap((name, at) => (name ? [{ name, at }] : []));
  const kept = rows.map(({ number, values }) => ({
    number,
    values: places.map(({ at }) => tidy(values[at] ?? '')),
  }));
  const width = Math.max(headings.values.length, ...rows.slice(0, 1000).map(row => row.values.length));
  const passed = Array.from({ length: width }, (_, at) => at).filter(at => {
    if (names[at]) return false;
    return Boolean(tidy(headings.values[at] ?? '')) || rows.some(({ values }) => tidy(values[at] ?? ''));
  });
  return {
    columns: places.map(({ name }) => name),
    // a row that has words only in columns that are passed over says nothing
    rows: kept.filter(({ values }) => values.some(Boolean)),
    passedOver: passed.map(at => tidy(headings.values[at] ?? '').slice(0, 80) || `column ${letters(at)}`),
  };
}

/** No keyboard makes the characters, and some no database takes; blanks at the ends mean nothing. */
const tidy = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060\ufeff]/gu, sign =>
      sign === '\n' ? sign : sign === '\t' ? ' ' : '',
    )
    .trim();

/** As a spreadsheet names the column. */
function letters(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : letters(Math.floor(at / 26) - 1) + last;
}

const listed = (texts: string[]): string =>
  texts.length < 2 ? (texts[0] ?? '') : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`;

const quoted = (text: string): string => `“${tidy(text).replace(/\s+/g, ' ').slice(0, 60)}”`;

const headingsOf = (row: FileRow): string =>
  listed(
    row.values
      .filter(text => tidy(text))
      .slice(0, 12)
      .map(quoted),
  ) || 'empty';

const noHeadings = (columns: NamedColumn[], first: FileRow | undefined): string =>
  first
    ? `The file has no row of headings that is known. Its first row is ${headingsOf(first)}. Put a row over the others with the headings ${listed(columns.filter(column => column.required).map(({ heading }) => quoted(heading)))}, and others of the list below, and upload it again.`
    : 'The file has no rows. Check that you chose the right one.';

const missingColumns = (missing: NamedColumn[], row: FileRow): string =>
  `The file has no column ${listed(missing.map(({ heading }) => quoted(heading)))}. Its headings are ${headingsOf(row)}. Add the ${missing.length === 1 ? 'column' : 'columns'}, or name ${missing.length === 1 ? 'it' : 'them'} so, and upload it again.`;

function twiceThere(name: string, row: FileRow, names: (string | undefined)[]): string {
  const headings = row.values.filter((_, at) => names[at] === name);
  return `The columns ${listed(headings.map(quoted))} mean the same. Delete one of them, or give it another heading, and upload it again.`;
}
