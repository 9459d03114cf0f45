import { FIELDS, type Reading, type ReadLine } from '../../src/reading/reading.ts';

/** A line in one string, only what is there: "section / what=… / when=… / Ward=… / complete". */
export function told(line: ReadLine): string {
  const fields = FIELDS.flatMap(field => (line[field] === undefined ? [] : [`${field}=${line[field]}`]));
  const other = Object.entries(line.other).map(([name, text]) => `${name}=${text}`);
  return [line.section, ...fields, ...other, ...(line.state === 'unknown' ? [] : [line.state])]
    .filter(Boolean)
    .join(' / ');
}

/** What each column was taken for. */
export const meanings = (reading: Reading): string[] =>
  reading.tables.flatMap(table => table.columns.map(column => column.meaning));
