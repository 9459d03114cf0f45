import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { ERASED, redactRecords } from '../../../platform/history/redact.ts';
import { REQUEST } from '../request.ts';
import { UPDATE } from '../update.ts';

/**
 * Records are deleted for good: what was asked about them goes with its answers and their files, unless others that it is
 * about are there still; then what the deleted ones were called is taken out of it. History keeps that somebody was asked,
 * and when.
 */
export async function forgetRequestsAbout(
  within: Within,
  { kind, ids }: { kind: string; ids: string[] },
): Promise<void> {
  const { db } = within;
  const { rows } = await sql<{ id: string }>`
    with taken as (
      update request_records set title = ${ERASED}, href = '', gone = true
      where kind = ${kind} and record_id = any(${ids}::uuid[]) or of_id = any(${ids}::uuid[])
      returning request_id, record_id
    )
    select distinct request_id as id from taken t where not exists (
      select from request_records a where a.request_id = t.request_id and a.title <> ${ERASED}
        and a.record_id not in (select record_id from taken))`.execute(db);
  const requests = rows.map(({ id }) => id);
  if (!requests.length) return;
  await sql`
    delete from attachments where subject_kind = ${UPDATE} and subject_id in
      (select id from request_updates where request_id = any(${requests}::uuid[]))`.execute(db);
  await redactRecords(within, REQUEST, requests);
  await sql`delete from requests where id = any(${requests}::uuid[])`.execute(db);
}

/** For so long after it ran out whoever opens a link can have a new one sent. In hours. */
const OPENED_KEPT = 24 * 365;

/** What was told so long ago that nobody tells it a second time. */
const TOLD_KEPT = Temporal.Duration.from({ hours: 31 * 24 });

export async function forgetTidings({ db }: Within, now: Temporal.Instant): Promise<void> {
  await db.deleteFrom('tidings').where('made_at', '<', now.subtract(TOLD_KEPT)).execute();
}

/** Links that ran out so long ago that nobody opens them any more. */
export async function forgetLinks({ db }: Within, now: Temporal.Instant): Promise<void> {
  await db
    .deleteFrom('request_links')
    .where('expires_at', '<', now.subtract({ hours: OPENED_KEPT }))
    .execute();
}
