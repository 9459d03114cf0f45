import { sql } from 'kysely';
import type { Within } from '../database/database.ts';
import { json } from '../database/json.ts';
import type { Subject } from '../history/history.ts';

export type MarkedRead = { subject: Subject; title: string };
export type Way = 'page' | 'list' | 'file';

/** Writes down that whoever acts saw these marked records today. Called only where something marked was shown. */
export async function noteMarkedReads(
  { db, actor }: Within,
  { records, way }: { records: MarkedRead[]; way: Way },
  { now, today }: { now: Temporal.Instant; today: Temporal.PlainDate },
): Promise<void> {
  if (!records.length || !actor.id) return;
  const rows = records.map(({ subject, title }) => ({ ...subject, title }));
  await sql`
    insert into marked_reads (subject_kind, subject_id, title, account_id, account_name, day, read_at, way)
    select distinct on (kind, id) kind, id, title, ${actor.id}::uuid, ${actor.name}, ${today.toString()}::date, ${now}, ${way}
    from jsonb_to_recordset(${json(rows)}) as r (kind text, id uuid, title text) order by kind, id
    on conflict do nothing`.execute(db);
}

export type ReadByWhom = {
  kind: string;
  id: string;
  title: string;
  account: string;
  name: string;
  at: Temporal.Instant;
  way: Way;
};

/** Who read what is marked, the latest first; of one record where it is named. */
export async function markedReads(
  { db }: Within,
  of: Subject | undefined,
  { after, most }: { after: number; most: number },
): Promise<{ reads: ReadByWhom[]; total: number }> {
  const where = of ? sql`where subject_kind = ${of.kind} and subject_id = ${of.id}` : sql``;
  const found = await sql<ReadByWhom>`
    select subject_kind as kind, subject_id as id, title, account_id as account, account_name as name, read_at as at, way
    from marked_reads ${where} order by read_at desc, subject_id limit ${most} offset ${after}`.execute(db);
  const counted = await sql<{ total: number }>`
    select count(*)::int as total from marked_reads ${where}`.execute(db);
  return { reads: found.rows, total: counted.rows[0]!.total };
}

/** For how long it is kept who read what: as long as somebody may have to be asked about it. */
export const READS_KEPT = Temporal.Duration.from({ hours: 24 * 730 });

export async function forgetMarkedReads({ db }: Within, now: Temporal.Instant): Promise<void> {
  await db.deleteFrom('marked_reads').where('read_at', '<', now.subtract(READS_KEPT)).execute();
}
