import { isRefused, type Refusal, refuse } from '../../../../language/refusal.ts';
import type { Within } from '../../../../platform/database/database.ts';
import { enqueue } from '../../../../platform/jobs/enqueue.ts';
import { acceptEditionJob } from '../../accept-edition-job.ts';
import { mergeOf } from '../../queries/edition/merges.ts';
import { readingById } from '../../queries/readings.ts';
import { askForMerge, isStale } from './ask-for-merge.ts';
import { workEditionIn } from './work-edition-in.ts';

/** So many rows are worked in while the person waits; more take longer than a page may. */
const AT_ONCE = 500;

export type NotAcceptedEdition = Refusal<'not-open' | 'changed' | 'undecided'>;

/**
 * Accepts an edition as it was looked at: `version` of the comparison. A long one is worked in by a job, with the
 * person's name; then `plan` is not said yet. Of two that accept at once the second waits and is told what the first did.
 */
export async function acceptEdition(
  within: Within,
  id: string,
  version: number,
  now: Temporal.Instant,
): Promise<{ plan?: string } | NotAcceptedEdition> {
  const held = await within.db
    .selectFrom('readings')
    .select(['status', 'plan_id as plan'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (held?.status === 'accepted' && held.plan) return { plan: held.plan };
  const [merge, reading] = [await mergeOf(within, id), await readingById(within, id)];
  if (merge?.status === 'accepting') return {};
  if (merge?.status !== 'made' || reading?.status !== 'read') return refuse('not-open');
  if (merge.version !== version) return refuse('changed');
  if (await isStale(within, merge, reading)) {
    await askForMerge(within, id, merge.plan.id, now);
    return refuse('changed');
  }
  const { counts } = merge;
  if (counts.undecided) return refuse('undecided');
  if (counts.new + counts.changed + counts.gone + counts.doubtful <= AT_ONCE) {
    const done = await workEditionIn(within, { merge, reading }, now);
    return isRefused(done) ? refuse(done.refused) : done;
  }
  await within.db
    .updateTable('merges')
    .set({
      status: 'accepting',
      problem: null,
      accepted_by: within.actor.name,
      accepted_by_id: within.actor.id,
    })
    .where('reading_id', '=', id)
    .execute();
  await enqueue(within, acceptEditionJob, { reading: id }, now);
  return {};
}
