import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { Entry as KnownEntry, NamedCalendar } from '../../../timing/series/known.ts';
import type { CalendarKind } from '../calendar.ts';

/**
 * The calendars as series know them, by their identifiers: all of them, or those asked for. What was cancelled is left out;
 * an entry keeps its identifier however it is moved or named, and gets it back where it was removed and is put in again.
 */
export async function calendarsKnown(
  { db }: Within,
  only?: readonly string[],
): Promise<Map<string, NamedCalendar>> {
  const asked = db
    .selectFrom('calendars as c')
    .leftJoin('calendar_entries as e', join =>
      join.onRef('e.calendar_id', '=', 'c.id').on('e.cancelled_at', 'is', null),
    )
    .select([
      'c.id as calendar',
      'c.name',
      'e.id',
      'e.title',
      sql<string>`e.from_day::text`.as('from'),
      sql<string>`e.by_day::text`.as('by'),
      'e.at',
    ])
    .orderBy('c.name')
    .orderBy('c.id')
    .orderBy('e.from_day')
    .orderBy('e.at', at => at.asc().nullsFirst())
    .orderBy('e.id');
  const rows = await (only ? asked.where('c.id', 'in', [...only]) : asked).execute();
  const known = new Map<string, { id: string; name: string; entries: KnownEntry[] }>();
  for (const { calendar, name, id, title, from, by, at } of rows) {
    const one = known.get(calendar) ?? { id: calendar, name, entries: [] };
    if (id !== null) one.entries.push({ id, title: title!, from, by, ...(at !== null && { at }) });
    known.set(calendar, one);
  }
  return known;
}

/** A calendar that a promise may hang on, and what its entries are called: "each full council". */
export type CalendarToChoose = { id: string; name: string; kind: CalendarKind; titles: string[] };

/** Names of entries that a person can look through. */
const MOST_TITLES = 50;

/** By name. Of the names of entries those of most entries, in the order of the alphabet. */
export async function calendarsToChoose({ db }: Within): Promise<CalendarToChoose[]> {
  const { rows } = await sql<CalendarToChoose>`
    select c.id, c.name, c.kind, coalesce(t.titles, '{}') as titles from calendars c left join lateral (
      select array_agg(title order by title) as titles from (
        select min(title) as title from calendar_entries where calendar_id = c.id and cancelled_at is null
        group by lower(trim(title)) order by count(*) desc, 1 limit ${sql.lit(MOST_TITLES)}) named) t on true
    order by lower(c.name), c.id`.execute(db);
  return rows;
}
