import { isSamePlace } from '../../../reading/places.ts';
import type { ReadLine } from '../../../reading/reading.ts';
import type { SettledDoubt } from '../stored-reading.ts';
import { knownBy } from './row-words.ts';

type Doubt = ReadLine['doubts'][number];

/** The line with the doubts that nobody settled yet. A doubt comes back when reading again asks another question. */
export function withoutSettled(line: ReadLine, settled: SettledDoubt[]): ReadLine {
  const doubts = line.doubts.filter(doubt => !settled.some(one => isAbout(one, line, doubt)));
  return doubts.length === line.doubts.length ? line : { ...line, doubts };
}

export const settledDoubt = (line: ReadLine, doubt: Doubt): SettledDoubt => ({
  ...line.at,
  field: doubt.field,
  reason: doubt.reason,
});

/** An answer of the last edition is about the row of its words, wherever that stands; any other about its place. */
const isAbout = (settled: SettledDoubt, line: ReadLine, doubt: Doubt): boolean =>
  settled.field === doubt.field &&
  settled.reason === doubt.reason &&
  (settled.words === undefined ? isSamePlace(settled, line.at) : settled.words === knownBy(line.printed));

/** What was settled of a line, without looking through all that was settled in a document of thousands. */
export function settledOf(settled: SettledDoubt[]): (line: ReadLine) => SettledDoubt[] {
  const byRow = Map.groupBy(settled, ({ table, row, words }) => words ?? `${table}/${row}`);
  const known = settled.some(({ words }) => words !== undefined);
  return ({ at, printed, doubts }) =>
    doubts.length
      ? [...(byRow.get(`${at.table}/${at.row}`) ?? []), ...((known && byRow.get(knownBy(printed))) || [])]
      : [];
}
