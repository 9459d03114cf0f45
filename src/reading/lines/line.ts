import { shadesOf } from '../colours/shades.ts';
import type { Column } from '../headings/columns.ts';
import type { ReadLine } from '../reading.ts';
import { derive } from './derive.ts';
import type { LineFacts } from './line-facts.ts';
import { rowsJoined, wordsOfRow } from './row-words.ts';
import { takenFrom } from './taken.ts';

/** What a column leaves open is asked once, at the first line of its table. */
export const aboutColumns = (columns: Column[]): ReadLine['doubts'] =>
  columns.flatMap(({ doubt, meaning, name }) =>
    doubt ? [{ field: meaning === 'other' ? `other:${name}` : meaning, reason: doubt }] : [],
  );

export function lineOf(index: number, facts: LineFacts): ReadLine {
  const row = facts.rows[index];
  if (!row) throw new RangeError('no such row');
  const { stateGiven, section, ...words } = wordsOfRow(row, facts);
  const line: ReadLine = {
    at: row.at,
    ...(row.joined ? { joined: rowsJoined(row) } : {}),
    section,
    ...words,
    schedules: [],
    suggestions: [],
    doubts: [],
    printed: row.cells,
    ...shadesOf(row),
    ...(row.identity ? { identity: row.identity } : {}),
  };
  const taken = takenFrom(index, facts, line);
  if (Object.keys(taken).length) line.taken = taken;
  if (index === 0) line.doubts.push(...aboutColumns(facts.columns));
  derive(line, facts, { state: stateGiven });
  return line;
}
