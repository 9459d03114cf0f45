import { STATE_HEADING } from '../../../../reading/own-state.ts';
import { FIELDS, type Reading, type ReadLine, type ReadTable } from '../../../../reading/reading.ts';
import { newLine } from '../plan-from-reading.ts';
import type { Cells, FileRow } from './merging.ts';
import { asPlanCalls, type KnownHeadings } from './plan-columns.ts';

/**
 * The lines of a reading as they are merged, in their order; each with what its table speaks of at all. `known`: what the
 * plan calls the columns (`knownHeadings` of plans), where it is known which plan it is.
 */
export function fileRows(
  { lines, tables }: Pick<Reading, 'lines' | 'tables'>,
  known: KnownHeadings = new Map(),
): FileRow[] {
  const titled = lines.some(line => line.section);
  const rows = new Map<ReadLine, FileRow>();
  for (const [table, own] of Map.groupBy(lines, line => line.at.table))
    for (const [index, row] of rowsOf(own, tables[table] ?? NONE, known, titled).entries())
      rows.set(own[index]!, row);
  return lines.map(line => rows.get(line)!);
}

const NONE: ReadTable = { columns: [], where: '' };

/** The cells of a line as it would stand in a plan. */
export function cellsOf(line: ReadLine): Cells {
  const own = newLine(line);
  const fields = FIELDS.flatMap(field => (own[field] ? [[field, own[field]]] : []));
  const other = Object.entries(own.other)
    .filter(([name]) => name !== STATE_HEADING)
    .map(([name, text]) => [`other:${name}`, text]);
  return Object.fromEntries([...fields, ...other, ['section', line.section], ['state', own.state]]);
}

const OWN_STATE = `other:${STATE_HEADING}`;
/** Every line has these, whether its file speaks of them or not. */
const DERIVED = new Set(['section', 'state']);

/** A table speaks of its columns, and of what stands in its lines beside them: a number at the head of another cell. */
function rowsOf(lines: ReadLine[], table: ReadTable, known: KnownHeadings, titled: boolean): FileRow[] {
  const called = asPlanCalls(table, known);
  const all = lines.map(line => called.cells(cellsOf(line), line));
  const beside = all.flatMap(cells => Object.keys(cells).filter(cell => !DERIVED.has(cell)));
  const said = new Set([...called.said, ...beside, ...(titled ? ['section'] : [])]);
  said.delete(OWN_STATE);
  const withState = new Set([...said, 'state']);
  return lines.map((line, index) => {
    const { at, identity, state, stateFrom } = line;
    const told =
      stateFrom && !stateFrom.shaded && stateFrom.field !== OWN_STATE ? [stateFrom.field] : undefined;
    return {
      at,
      ...(identity ? { identity } : {}),
      cells: all[index]!,
      says: stateFrom || state !== 'unknown' ? withState : said,
      ...(told ? { toldState: told } : {}),
    };
  });
}
