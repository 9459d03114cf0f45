import fc from 'fast-check';
import type { DocumentOut } from '../../../src/documents/document-out.ts';

/** What somebody does to the tables of a file. Rows and columns are counted over all tables and round again. */
export type FileEdit =
  | { do: 'write' | 'add'; row: number; column: number; text: string }
  | { do: 'empty'; row: number; column: number }
  | { do: 'move'; row: number; to: number }
  | { do: 'insert'; to: number; text: string }
  | { do: 'delete'; row: number }
  | { do: 'reword'; row: number }
  | { do: 'renumber' };

const WORDS = ['Agreed with the trustees', 'See the note of May', 'Volunteers at Kelpgate', 'Twice a year'];
const NEW = [
  'Rehearse a siren test together with neighbouring coastguards',
  'Commission murals celebrating oyster farmers along the promenade',
  'Translate tenancy handbooks into Polish and Ukrainian',
];

const row = fc.nat(40);
const column = fc.nat(12);
export const fileEdits: fc.Arbitrary<FileEdit[]> = fc.uniqueArray(
  fc.oneof(
    fc.record({ do: fc.constant('write' as const), row, column, text: fc.constantFrom(...WORDS) }),
    fc.record({ do: fc.constant('add' as const), row, column, text: fc.constantFrom(...WORDS) }),
    fc.record({ do: fc.constant('empty' as const), row, column }),
    fc.record({ do: fc.constant('move' as const), row, to: row }),
    fc.record({ do: fc.constant('insert' as const), to: row, text: fc.constantFrom(...NEW) }),
    fc.record({ do: fc.constant('delete' as const), row }),
    fc.record({ do: fc.constant('reword' as const), row }),
    fc.constant({ do: 'renumber' as const }),
  ),
  {
    maxLength: 6,
    selector: edit => ('text' in edit && edit.do === 'insert' ? edit.text : JSON.stringify(edit)),
  },
);

/** A row of a file as it is edited: `of` names the line it was given out for, '' for one that is new. */
export type EditedRow = { of: string; cells: string[] };
export type EditedTable = { heading: string; rows: EditedRow[] };

/** The tables of a document after the edits. `fields`: what stands in which column. */
export function editedTables(document: DocumentOut, fields: string[], edits: FileEdit[]): EditedTable[] {
  const tables = document.sections.flatMap(({ heading, tables: own }) =>
    own.map(({ rows, identities }) => ({
      heading,
      rows: rows.map((cells, index): EditedRow => ({ of: identities?.[index] ?? '', cells: [...cells] })),
    })),
  );
  for (const edit of edits) apply(edit, tables, fields);
  return tables;
}

const MAY_BE_WRITTEN = ['audience', 'how', 'owner', 'budget', 'measure', 'comments', 'when'];
const MAY_BE_EMPTIED = ['owner', 'budget', 'comments', 'measure'];

function apply(edit: FileEdit, tables: EditedTable[], fields: string[]): void {
  if (edit.do === 'renumber') renumber(tables, fields.indexOf('reference'));
  else editRow(edit, tables, fields);
}

function editRow(edit: Exclude<FileEdit, { do: 'renumber' }>, tables: EditedTable[], fields: string[]): void {
  const at = placeOf(tables, edit.do === 'insert' ? edit.to : edit.row);
  const { table, index } = at;
  const one = table.rows[index]!;
  if (edit.do === 'write' || edit.do === 'add') {
    const to = columnOf(fields, MAY_BE_WRITTEN, edit.column);
    if (to < 0) return;
    const before = edit.do === 'add' && one.cells[to] ? `${one.cells[to]}. ` : '';
    one.cells[to] = before + edit.text;
  } else if (edit.do === 'empty') {
    const to = columnOf(fields, MAY_BE_EMPTIED, edit.column);
    if (to >= 0) one.cells[to] = '';
  } else if (edit.do === 'reword') {
    const to = fields.indexOf('what');
    one.cells[to] = one.cells[to]!.replace(/\b(?:and|the|on|of)\b/, 'that is').replace(/$/, ' this year');
  } else if (edit.do === 'delete') {
    if (table.rows.length > 2) table.rows.splice(index, 1);
  } else if (edit.do === 'move') {
    table.rows.splice(index, 1);
    table.rows.splice(edit.to % (table.rows.length + 1), 0, one);
  } else table.rows.splice(index, 0, { of: '', cells: newCells(fields, edit.text, one.cells.length) });
}

const columnOf = (fields: string[], among: string[], column: number): number => {
  const own = fields.flatMap((field, index) => (among.includes(field) ? [index] : []));
  return own[column % own.length] ?? -1;
};

function placeOf(tables: EditedTable[], row: number): { table: EditedTable; index: number } {
  let left = row % tables.reduce((sum, table) => sum + table.rows.length, 0);
  for (const table of tables) {
    if (left < table.rows.length) return { table, index: left };
    left -= table.rows.length;
  }
  throw new RangeError('no such row');
}

function newCells(fields: string[], what: string, width: number): string[] {
  const known: Record<string, string> = { what, when: 'Monthly', reference: '99', status: 'Not started' };
  return Array.from({ length: width }, (_, index) => known[fields[index] ?? ''] ?? '');
}

/** As somebody does who put a row in at the top. */
function renumber(tables: EditedTable[], column: number): void {
  let number = 2;
  for (const { rows } of tables) for (const { cells } of rows) if (column >= 0) cells[column] = `${number++}`;
}

/** The document with its tables as edited; `known`: whether its rows still say which lines they are. */
export function withTables(document: DocumentOut, edited: EditedTable[], known: boolean): DocumentOut {
  let next = 0;
  const { identity: _identity, ...plain } = document;
  return {
    ...(known ? document : plain),
    sections: document.sections.map(section => ({
      ...section,
      tables: section.tables.map(({ identities: _identities, ...table }) => {
        const { rows } = edited[next++]!;
        const cells = rows.map(one => one.cells);
        return { ...table, rows: cells, ...(known ? { identities: rows.map(({ of }) => of) } : {}) };
      }),
    })),
  };
}

/** The document with nothing in it that says which it is and which lines its rows are. */
export function withoutIdentities({ identity: _identity, sections, ...document }: DocumentOut): DocumentOut {
  return {
    ...document,
    sections: sections.map(section => ({
      ...section,
      tables: section.tables.map(({ identities: _identities, ...table }) => table),
    })),
  };
}
