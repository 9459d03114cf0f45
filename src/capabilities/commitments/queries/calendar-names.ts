import type { Within } from '../../../platform/database/database.ts';
import type { Series } from '../../../timing/series/series.ts';

/** The names of the calendars that series hang on; those that are gone are not among them. */
export async function calendarNames(
  { db }: Within,
  series: readonly Series[],
): Promise<ReadonlyMap<string, string>> {
  const ids = series.flatMap(one => (one.kind === 'beside' ? [one.calendar] : []));
  if (!ids.length) return new Map();
  const rows = await db.selectFrom('calendars').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
