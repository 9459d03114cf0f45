import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { record } from '../../../platform/history/history.ts';
import { endRequestsAbout } from '../../asking/index.ts';
import { REMOVED, RESTORED, withReason } from '../rules/deeds.ts';
import { lockPlan } from './edition/lock-plan.ts';

/**
 * Takes a plan out, with all its lines: it is not found any more but by `restorePlan`. What people were asked about its
 * lines is over.
 */
export async function removePlan(
  within: Within,
  { id, reason }: { id: string; reason: string },
  now: Temporal.Instant,
): Promise<{ title: string } | Refusal<'not-found'>> {
  await lockPlan(within, id); // its lines go with it
  const plan = await within.db
    .updateTable('plans')
    .set(set => ({ removed_at: now, removed_by: within.actor.name, version: set('version', '+', 1) }))
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .returning('title')
    .executeTakeFirst();
  if (!plan) return refuse('not-found');
  const lines = await within.db.selectFrom('lines').select('id').where('plan_id', '=', id).execute();
  await endRequestsAbout(within, { kind: 'line', ids: lines.map(line => line.id) }, now);
  await record(within, { kind: 'plan', id }, REMOVED, withReason(reason), now);
  return plan;
}

export async function restorePlan(
  within: Within,
  id: string,
  now: Temporal.Instant,
): Promise<{ title: string } | Refusal<'not-found'>> {
  await lockPlan(within, id); // its lines go with it
  const plan = await within.db
    .updateTable('plans')
    .set(set => ({
      removed_at: null,
      removed_by: null,
      changed_at: now,
      version: set('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('removed_at', 'is not', null)
    .returning('title')
    .executeTakeFirst();
  if (!plan) return refuse('not-found');
  await record(within, { kind: 'plan', id }, RESTORED, [], now);
  return plan;
}
