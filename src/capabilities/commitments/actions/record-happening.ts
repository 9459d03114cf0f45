import type { Within } from '../../../platform/database/database.ts';
import { record } from '../../../platform/history/history.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { happeningSubject, type NewHappening } from '../happening.ts';
import { isSurelySetOff } from '../rules/sets-off.ts';
import { FOLLOW_HAPPENING } from '../set-off-asked.ts';
import { setOff } from './set-off.ts';

/** `again`: it was recorded before, by the same source, and nothing was done now. */
export type Recorded = { happening: string; due: number; again?: true };

/**
 * Records that something happened, and makes due what waits for it. Where whoever records it does not see every promise, a
 * job looks at those that they do not see.
 * @param sets the promises that it sets off, or those that it surely sets off where nobody looks
 */
export async function recordHappening(
  within: Within,
  happening: NewHappening,
  sets: { promises: readonly string[] } | 'surely',
  now: Temporal.Instant,
): Promise<Recorded> {
  const { actor, sight } = within;
  const { at, source, kind, title, note } = happening;
  const made = await within.db
    .insertInto('happenings')
    .values({
      ...{ kind, title, note, source },
      happened_at: at,
      recorded_at: now,
      recorded_by: actor.name,
      recorded_by_id: actor.id,
    })
    .onConflict(same => same.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return { happening: await recordedFrom(within, source!), due: 0, again: true };
  await record(within, happeningSubject(made.id), 'recorded', [], now);
  const chosen = sets === 'surely' ? undefined : new Set(sets.promises);
  const due = await setOff(
    within,
    { ...happening, id: made.id },
    ({ id, series, setOffBy }) =>
      chosen ? chosen.has(id) : isSurelySetOff({ setOffBy, trigger: series.trigger }, happening),
    now,
  );
  if (sight) await enqueue(within, FOLLOW_HAPPENING, { happening: made.id }, now);
  return { happening: made.id, due };
}

async function recordedFrom({ db }: Within, source: string): Promise<string> {
  const { id } = await db
    .selectFrom('happenings')
    .select('id')
    .where('source', '=', source)
    .executeTakeFirstOrThrow();
  return id;
}
