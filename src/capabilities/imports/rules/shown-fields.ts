import { periodsOf } from '../../../reading/calendar/periods.ts';
import type { Field, ReadTable } from '../../../reading/reading.ts';

/** More columns than this make a table that nobody can read. */
const MOST = 6;

/** Which fields go first when a document has more than a table can show. */
const IN_ORDER_OF_NEED: Field[] = [
  'what',
  'when',
  'owner',
  'recommendation',
  'audience',
  'reference',
  'how',
  'messenger',
  'status',
  'why',
  'comments',
  'measure',
  'budget',
];

/**
 * The fields that a table of a document's lines shows: those it has columns for, in the order in which it has them;
 * and times where it has a column for each month or week instead.
 */
export function shownFields(tables: ReadTable[]): Field[] {
  const meanings = tables.flatMap(table => table.columns.map(column => column.meaning));
  const there = [...new Set([...meanings, ...(tables.some(isTimetable) ? ['when' as const] : [])])];
  const shown = new Set<string>(IN_ORDER_OF_NEED.filter(field => there.includes(field)).slice(0, MOST));
  return there.filter((meaning): meaning is Field => shown.has(meaning));
}

const isTimetable = ({ columns }: ReadTable): boolean =>
  periodsOf(columns.map(({ headings }) => headings)).some(Boolean);
