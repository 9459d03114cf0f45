import { sql } from 'kysely';
import type { Within } from '../../../../platform/database/database.ts';
import { enqueue } from '../../../../platform/jobs/enqueue.ts';
import { planStamp } from '../../../plans/index.ts';
import { compareEditionJob } from '../../compare-edition-job.ts';
import type { Merge } from '../../queries/edition/merges.ts';
import type { StoredReading } from '../../stored-reading.ts';

/** Has a document compared with the plan that it is an edition of, for the first time or anew. */
export async function askForMerge(
  within: Within,
  reading: string,
  plan: string,
  now: Temporal.Instant,
): Promise<void> {
  await sql`
    insert into merges as m (reading_id, plan_id, status) values (${reading}, ${plan}, 'waiting')
    on conflict (reading_id) do update set status = 'waiting', problem = null, version = m.version + 1
  `.execute(within.db);
  await enqueue(within, compareEditionJob, { reading }, now);
}

/** Whether what was compared is no longer what there is to compare: the reading or the plan was changed since. */
export async function isStale(within: Within, merge: Merge, reading: StoredReading): Promise<boolean> {
  if (merge.status !== 'made') return false;
  if (merge.readingVersion !== reading.version) return true;
  return merge.planStamp !== ((await planStamp(within, merge.plan.id)) ?? '');
}
