import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { record } from '../../../platform/history/history.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { endRequestsAbout } from '../../asking/index.ts';
import { happeningSubject } from '../happening.ts';
import { OCCURRENCE } from '../occurrence.ts';
import { FOLLOW_HAPPENING } from '../set-off-asked.ts';

/**
 * It was a mistake: what it made due and nobody has said anything of goes, with what was asked about it. What was settled
 * stays, and so does the record, which says that it was a mistake.
 */
export async function undoHappening(
  within: Within,
  { id, version, why }: { id: string; version: number; why: string },
  now: Temporal.Instant,
): Promise<{ gone: number } | Refusal<'not-found' | 'undone-already'>> {
  const done = await within.db
    .updateTable('happenings')
    .set(row => ({
      undone_at: now,
      undone_by: within.actor.name,
      undone_why: why,
      version: row('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('version', '=', version)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  if (done.numUpdatedRows !== 1n) return refuse((await isThere(within, id)) ? 'undone-already' : 'not-found');
  const changes = [{ field: 'reason', before: null, after: why }];
  await record(within, happeningSubject(id), 'undid as a mistake', changes, now);
  if (within.sight) await enqueue(within, FOLLOW_HAPPENING, { happening: id }, now);
  return { gone: await clearOpen(within, id, now) };
}

const isThere = async ({ db }: Within, id: string): Promise<boolean> =>
  (await db.selectFrom('happenings').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;

/** What it made due and is still open is not promised. */
export async function clearOpen(within: Within, happening: string, now: Temporal.Instant): Promise<number> {
  const gone = await within.db
    .deleteFrom('occurrences')
    .where('happening_id', '=', happening)
    .where('outcome', 'is', null)
    .returning('id')
    .execute();
  const ids = gone.map(({ id }) => id);
  await endRequestsAbout(within, { kind: OCCURRENCE, ids }, now);
  return ids.length;
}
