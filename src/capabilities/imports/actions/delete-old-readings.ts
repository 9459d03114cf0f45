import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';

/** How long what was read and put aside is kept, in days: somebody may still ask what became of it. */
export const DISCARDED_KEPT = 90;

/** Deletes readings whose plan is gone for good, and those that were discarded long ago, with their documents. */
export async function deleteOldReadings({ db }: Within, now: Temporal.Instant): Promise<number> {
  const before = now.subtract({ hours: 24 * DISCARDED_KEPT });
  const gone = await sql<{ file_id: string | null }>`
    delete from readings r
    where (r.status = 'accepted' and r.plan_id is null and r.given_at < ${before}
        and not exists (select from merges m where m.reading_id = r.id))
      or (r.status in ('discarded', 'unreadable') and r.given_at < ${before})
    returning file_id`.execute(db);
  const files = gone.rows.flatMap(({ file_id }) => file_id ?? []);
  await sql`
    delete from files f where f.id = any(${files}::uuid[]) and not exists (select from attachments a where a.file_id = f.id)
      and not exists (select from plans p where p.source_file_id = f.id)
      and not exists (select from readings r where r.file_id = f.id)`.execute(db);
  return gone.rows.length;
}
