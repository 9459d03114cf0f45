import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { redactRecords } from '../../../platform/history/redact.ts';
import { forgetRequestsAbout } from '../../asking/index.ts';
import type { GoesWithPlans } from '../goes-with-plans.ts';

/** How long a plan that was taken out can still be put back. In years. */
export const REMOVED_KEPT = 2;

/** Plans a run deletes; a plan may have thousands of lines, and the rest waits for tomorrow. */
const MOST = 20;

/**
 * Deletes plans for good that were taken out long ago, with their lines, what was said of them and asked about them, and the
 * files that were put with them. Their history stays, which says who did what and when, and nothing of the words that are gone.
 *
 * @returns how many
 */
export async function deleteOldPlans(
  within: Within,
  now: Temporal.Instant,
  goWithPlans: readonly GoesWithPlans[],
): Promise<number> {
  const { db } = within;
  const before = now.subtract({ hours: 24 * 365 * REMOVED_KEPT });
  const old = await db
    .selectFrom('plans')
    .select('id')
    .where('removed_at', '<', before)
    .orderBy('removed_at')
    .limit(MOST)
    .forUpdate()
    .execute();
  const ids = old.map(({ id }) => id);
  if (!ids.length) return 0;
  const lines = await linesOf(within, ids);
  for (const table of ['comments', 'attachments'])
    await sql`delete from ${sql.table(table)} where subject_kind in ('plan', 'line') and subject_id = any(${[...ids, ...lines]}::uuid[])`.execute(
      db,
    );
  for (const go of goWithPlans) await go(within, ids);
  await forgetRequestsAbout(within, { kind: 'plan', ids });
  await forgetRequestsAbout(within, { kind: 'line', ids: lines });
  await redactRecords(within, 'plan', ids);
  await redactRecords(within, 'line', lines);
  await sql`delete from plans where id = any(${ids}::uuid[])`.execute(db);
  await sql`
    delete from files f where not exists (select from attachments a where a.file_id = f.id)
      and not exists (select from plans p where p.source_file_id = f.id)
      and not exists (select from readings r where r.file_id = f.id)`.execute(db);
  return ids.length;
}

/** Those that stand in plans, and those that were taken out of them before. */
async function linesOf({ db }: Within, plans: string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from lines where plan_id = any(${plans}::uuid[])
    union all select id from removed_lines where plan_id = any(${plans}::uuid[])`.execute(db);
  return rows.map(({ id }) => id);
}
