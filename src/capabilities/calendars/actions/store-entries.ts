import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { json } from '../../../platform/database/json.ts';
import { record, recordMany } from '../../../platform/history/history.ts';
import { calendarSubject, entryId, entrySubject } from '../calendar.ts';
import type { CalendarParts } from '../follows.ts';
import { holdCalendar } from '../queries/calendars.ts';
import type { EntryDeed } from '../rules/weigh-entries.ts';
import { columnsOf } from './entries.ts';
import { tellFollowers } from './told.ts';

/**
 * Many entries at once. `seen`: of a file that says of each who it is, so that what a later one lacks can be asked about.
 * `action`: how history calls it.
 */
export type ManyEntries = {
  calendar: string;
  deeds: EntryDeed[];
  seen: boolean;
  action: 'file' | 'known days' | 'sample';
};

/** Stores what a file was weighed to do, in few statements however many entries it has. */
export async function storeEntries(
  within: Within,
  { calendar, deeds, seen, action }: ManyEntries,
  parts: CalendarParts,
  now: Temporal.Instant,
): Promise<void> {
  if (!(await holdCalendar(within, calendar))) return;
  const rows = deeds.map(deed => rowOf(calendar, deed));
  await writeRows(within, calendar, { rows, seen }, now);
  if (seen)
    await within.db.updateTable('calendars').set({ file_at: now }).where('id', '=', calendar).execute();
  const isNew = new Set(deeds.flatMap(({ stored }, at) => (stored ? [] : [rows[at]!.id])));
  const touched = deeds.flatMap(({ changes }, at) => {
    const id = rows[at]!.id;
    if (isNew.has(id)) return [{ subject: entrySubject(id), action: 'added', changes }];
    return changes.length ? [{ subject: entrySubject(id), action: 'changed', changes }] : [];
  });
  await recordMany(within, touched, now);
  const counts = [
    { field: 'entries added', before: null, after: String(isNew.size) },
    { field: 'entries changed', before: null, after: String(touched.length - isNew.size) },
  ].filter(({ after }) => after !== '0');
  await record(within, calendarSubject(calendar), action, counts, now);
  await tellFollowers(within, calendar, parts, now);
}

function rowOf(calendar: string, { stored, uid, values, cancelled }: EntryDeed) {
  const own = uid ?? stored?.uid ?? randomUUID();
  return { id: stored?.id ?? entryId(calendar, own), uid: own, ...columnsOf(values), cancelled };
}

type Rows = { rows: ReturnType<typeof rowOf>[]; seen: boolean };

/** One that was removed while the file lay open comes back under the identifier that it had. */
async function writeRows(
  { db }: Within,
  calendar: string,
  { rows, seen }: Rows,
  now: Temporal.Instant,
): Promise<void> {
  if (!rows.length) return;
  await sql`
    insert into calendar_entries as e (id, calendar_id, uid, title, from_day, by_day, at, poll, area_id, starts_on,
      cancelled_at, seen_at, created_at, changed_at)
    select id, ${calendar}, uid, title, from_day, by_day, at, poll, area_id, starts_on,
      case when cancelled then ${now}::timestamptz end, ${seen ? now : null}::timestamptz, ${now}, ${now}
    from jsonb_to_recordset(${json(rows)}) as given (id uuid, uid text, title text, from_day date, by_day date, at text,
      poll text, area_id uuid, starts_on date, cancelled boolean)
    on conflict (id) do update set uid = excluded.uid, title = excluded.title, from_day = excluded.from_day, by_day = excluded.by_day,
      at = excluded.at, poll = excluded.poll, area_id = excluded.area_id, starts_on = excluded.starts_on,
      cancelled_at = case when excluded.cancelled_at is null then null else coalesce(e.cancelled_at, excluded.cancelled_at) end,
      seen_at = coalesce(excluded.seen_at, e.seen_at),
      version = e.version + ((e.title, e.from_day, e.by_day, e.at, e.poll, e.area_id, e.starts_on, e.cancelled_at is null)
        is distinct from (excluded.title, excluded.from_day, excluded.by_day, excluded.at, excluded.poll, excluded.area_id,
        excluded.starts_on, excluded.cancelled_at is null))::int,
      changed_at = excluded.changed_at`.execute(db);
}
