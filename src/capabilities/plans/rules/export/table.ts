import type { TableOut } from '../../../../documents/document-out.ts';
import { STATE_WORDS } from '../../../../language/state-words.ts';
import { otherCell } from '../../../../reading/other-cells.ts';
import { STATE_HEADING } from '../../../../reading/own-state.ts';
import { FIELDS, type Field } from '../../../../reading/reading.ts';
import { headedBy } from '../../../../reading/text/reference.ts';
import type { Column } from '../../plan.ts';
import type { ExportedLine } from './exported.ts';
import { headingsFor } from './headings.ts';

export type Row = { section: string; line: ExportedLine };

/** A table in the shape of the source, with a column more for what was added since and has no place in it. */
export function tableOf(columns: Column[], rows: Row[], withState: boolean): TableOut {
  const printed = columns.filter(column => column.name !== STATE_HEADING);
  const numbered = numberedField(printed, rows);
  const all = [...printed, ...missing(printed, rows, numbered)];
  const cells = rows.map(row => all.map((column, index) => cellOf(row, column, { all, index, numbered })));
  const headings = headingsFor(
    all,
    all.map((_, index) => cells.map(row => row[index]!)),
  );
  const identities = identitiesOf(rows);
  if (!withState) return { headings, rows: cells, ...identities };
  const stated = cells.map((row, index) => [...row, STATE_WORDS[rows[index]!.line.state]]);
  const told = [...headings, STATE_HEADING];
  return { headings: told, rows: stated, ...identities };
}

const identitiesOf = (rows: Row[]): Pick<TableOut, 'identities'> =>
  rows.some(({ line }) => line.id) ? { identities: rows.map(({ line }) => line.id ?? '') } : {};

/** Fields and own columns that lines have been given since, or that stood in another cell of the source. */
function missing(columns: Column[], rows: Row[], numbered: Field | undefined): Column[] {
  const has = (meaning: Field) => columns.some(column => column.meaning === meaning);
  const fields = FIELDS.filter(
    field => !has(field) && !(field === 'reference' && numbered) && rows.some(({ line }) => line[field]),
  );
  const names = new Set(rows.flatMap(({ line }) => Object.keys(line.other).filter(name => line.other[name])));
  for (const { name } of columns) if (name) names.delete(name);
  names.delete(STATE_HEADING);
  const own = [...names].map(name => ({ headings: [name], meaning: 'other' as const, name }));
  return [...fields.map(field => ({ headings: [], meaning: field })), ...own];
}

type Place = { all: Column[]; index: number; numbered: Field | undefined };

function cellOf({ section, line }: Row, { meaning, name }: Column, { all, index, numbered }: Place): string {
  if (meaning === 'section') return section;
  if (meaning === 'other') return otherCell(line.other, name ?? '');
  // Of two columns that one field was read from, the first gives its words back.
  if (all.findIndex(column => column.meaning === meaning) !== index) return '';
  return meaning === numbered && line.reference ? `${line.reference}. ${line[meaning]}` : line[meaning];
}

const MAY_BE_NUMBERED: Field[] = ['recommendation', 'what', 'audience'];

/**
 * The field whose texts began with the lines' references ("1. Publish…"), where the source has no column for them: then
 * they stand there again. Only where every line is read apart again as it is; else references get a column.
 */
function numberedField(columns: Column[], rows: Row[]): Field | undefined {
  if (columns.some(column => column.meaning === 'reference')) return undefined;
  const field = MAY_BE_NUMBERED.find(one => columns.some(column => column.meaning === one));
  if (!field) return undefined;
  const references = new Set(rows.map(({ line }) => line.reference));
  const apart = rows.every(({ line }) => {
    const read = headedBy(`${line.reference}. ${line[field]}`);
    return read?.reference === line.reference && read.rest === line[field];
  });
  return apart && references.size === rows.length ? field : undefined;
}
