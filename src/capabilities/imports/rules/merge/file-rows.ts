import { STATE_HEADING } from '../../../../reading/own-state.ts';
import { FIELDS, type ReadColumn, type Reading, type ReadLine } from '../../../../reading/reading.ts';
import { newLine } from '../plan-from-reading.ts';
import type { Cells, FileRow } from './merging.ts';

/** The lines of a reading as they are merged, in their order; each with what its table speaks of at all. */
export function fileRows({ lines, tables }: Pick<Reading, 'lines' | 'tables'>): FileRow[] {
  const titled = lines.some(line => line.section);
  const byTable = Map.groupBy(lines, line => line.at.table);
  const said = new Map(
    [...byTable].map(([table, own]) => [table, cellsSaid(tables[table]?.columns ?? [], own, titled)]),
  );
  return lines.map(line => fileRow(line, said.get(line.at.table) ?? new Set()));
}

/** The cells of a line as it would stand in a plan. */
export function cellsOf(line: ReadLine): Cells {
  const own = newLine(line);
  const fields = FIELDS.flatMap(field => (own[field] ? [[field, own[field]]] : []));
  const other = Object.entries(own.other)
    .filter(([name]) => name !== STATE_HEADING)
    .map(([name, text]) => [`other:${name}`, text]);
  return Object.fromEntries([...fields, ...other, ['section', line.section], ['state', own.state]]);
}

function fileRow(line: ReadLine, said: ReadonlySet<string>): FileRow {
  const { at, identity, state, stateFrom } = line;
  const says = new Set(said);
  if (stateFrom || state !== 'unknown') says.add('state');
  const told =
    stateFrom && !stateFrom.shaded && stateFrom.field !== OWN_STATE ? [stateFrom.field] : undefined;
  return {
    at,
    ...(identity ? { identity } : {}),
    cells: cellsOf(line),
    says,
    ...(told ? { toldState: told } : {}),
  };
}

const OWN_STATE = `other:${STATE_HEADING}`;
/** Every line has these, whether its file speaks of them or not. */
const DERIVED = new Set(['section', 'state']);

/** By its columns, and by what stands in its lines: a number may stand at the head of another cell. */
function cellsSaid(columns: ReadColumn[], lines: ReadLine[], titled: boolean): Set<string> {
  const said = new Set<string>(titled ? ['section'] : []);
  for (const column of columns)
    for (const cell of column.meaning === 'other' ? namesOf(column) : [column.meaning]) said.add(cell);
  for (const line of lines)
    for (const cell of Object.keys(cellsOf(line))) if (!DERIVED.has(cell)) said.add(cell);
  said.delete(OWN_STATE);
  return said;
}

/** A heading over a group of columns may be left out of a column's name, so each is one. */
function namesOf({ headings }: ReadColumn): string[] {
  const names = [headings, ...headings.map((_, left) => headings.filter((_, index) => index !== left))];
  return names.map(parts => `other:${parts.join(' ').replace(/\s+/g, ' ').trim() || '—'}`);
}
