import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { redactRecords } from '../../../platform/history/redact.ts';
import { forgetRequestsAbout } from '../../asking/index.ts';

/** What belongs to a promise, as history and files name it, and the table in which each stands. */
const BELONGS = {
  promise: 'promises',
  commitment: 'commitments',
  occurrence: 'occurrences',
  evidence: 'evidence',
  concern: 'concerns',
} as const;

/**
 * Plans are deleted for good: what was said and asked of their promises goes with them, and the files that prove them.
 * History keeps who did what and when.
 */
export async function forgetPromisesOf(within: Within, plans: string[]): Promise<void> {
  for (const [kind, table] of Object.entries(BELONGS)) {
    const ids = await idsIn(within, table, plans);
    if (!ids.length) continue;
    for (const said of ['comments', 'attachments'])
      await sql`
        delete from ${sql.table(said)} where subject_kind = ${kind} and subject_id = any(${ids}::uuid[])`.execute(
        within.db,
      );
    await forgetRequestsAbout(within, { kind, ids });
    await redactRecords(within, kind, ids);
  }
}

async function idsIn({ db }: Within, table: string, plans: string[]): Promise<string[]> {
  const promise = sql.ref(table === 'promises' ? 'id' : 'promise_id');
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(table)}
    where ${promise} in (select p.id from promises p where p.plan_id = any(${plans}::uuid[]))`.execute(db);
  return rows.map(({ id }) => id);
}
