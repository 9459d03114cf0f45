import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { record } from '../../../platform/history/history.ts';
import type { Marking } from '../plan.ts';
import { type PlanHead, planHead } from '../queries/plan.ts';
import { changesOf } from '../rules/line-changes.ts';

export type PlanValues = { title: string; marking: Marking };
export type PlanNotSaved = Refusal<'not-found'> | (Refusal<'changed-meanwhile'> & { plan: PlanHead });

/** Saves a plan's own title and marking over the version that was seen, or refuses where it has been changed since. */
export async function savePlan(
  within: Within,
  { id, version, values }: { id: string; version: number; values: PlanValues },
  now: Temporal.Instant,
): Promise<{ saved: string[] } | PlanNotSaved> {
  const plan = await planHead(within, id);
  if (!plan) return refuse('not-found');
  const changes = changesOf({ title: plan.title, marking: plan.marking }, values);
  if (plan.version === version && !changes.length) return { saved: [] };
  const done = await within.db
    .updateTable('plans')
    .set(set => ({ ...values, changed_at: now, version: set('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (done.numUpdatedRows !== 1n)
    return { ...refuse('changed-meanwhile'), plan: (await planHead(within, id)) ?? plan };
  await record(within, { kind: 'plan', id }, 'changed', changes, now);
  return { saved: changes.map(change => change.field) };
}
