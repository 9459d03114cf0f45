import { isSamePlace, type Place } from '../../../reading/places.ts';
import type { ReadLine } from '../../../reading/reading.ts';
import type { SettledDoubt } from '../stored-reading.ts';

/** The line with the doubts that nobody settled yet. A doubt comes back when reading again asks another question. */
export function withoutSettled(line: ReadLine, settled: SettledDoubt[]): ReadLine {
  const doubts = line.doubts.filter(doubt => !settled.some(one => isAbout(one, line, doubt)));
  return doubts.length === line.doubts.length ? line : { ...line, doubts };
}

export const settledDoubt = (line: ReadLine, doubt: ReadLine['doubts'][number]): SettledDoubt => ({
  ...line.at,
  field: doubt.field,
  reason: doubt.reason,
});

const isAbout = (settled: SettledDoubt, line: ReadLine, doubt: ReadLine['doubts'][number]): boolean =>
  isSamePlace(settled, line.at) && settled.field === doubt.field && settled.reason === doubt.reason;

/** What was settled at a place, without looking through all that was settled in a document of thousands of lines. */
export function settledAt(settled: SettledDoubt[]): (at: Place) => SettledDoubt[] {
  const byRow = Map.groupBy(settled, ({ table, row }) => `${table}/${row}`);
  return ({ table, row }) => byRow.get(`${table}/${row}`) ?? [];
}
