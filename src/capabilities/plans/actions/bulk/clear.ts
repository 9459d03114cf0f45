import type { Within } from '../../../../platform/database/database.ts';
import { KEPT_HOURS } from '../../queries/bulk.ts';

/** Changes of many lines that were prepared longer ago than they can be undone, whoever prepared them. */
export async function clearBulkChanges({ db }: Within, now: Temporal.Instant): Promise<void> {
  await db
    .deleteFrom('bulk_changes')
    .where('made_at', '<=', now.subtract({ hours: KEPT_HOURS }))
    .execute();
}
