import type { Within } from '../../database/database.ts';
import { record, type Subject } from '../../history/history.ts';

export const incomingSubject = (id: string): Subject => ({ kind: 'incoming-message', id });

/** Says that a person looked at what came, and what they did about it. False where somebody had already. */
export async function lookAt(
  within: Within,
  { id, note }: { id: string; note: string },
  now: Temporal.Instant,
): Promise<boolean> {
  const done = await within.db
    .updateTable('incoming_messages')
    .set({ looked_at: now, looked_at_by: within.actor.name, note })
    .where('id', '=', id)
    .where('looked_at', 'is', null)
    .executeTakeFirst();
  if (!done.numUpdatedRows) return false;
  const changes = note ? [{ field: 'note', before: null, after: note }] : [];
  await record(within, incomingSubject(id), 'looked at', changes, now);
  return true;
}

/** Puts it among the new ones again. */
export async function lookAgain(within: Within, id: string, now: Temporal.Instant): Promise<boolean> {
  const done = await within.db
    .updateTable('incoming_messages')
    .set({ looked_at: null, looked_at_by: null })
    .where('id', '=', id)
    .where('looked_at', 'is not', null)
    .executeTakeFirst();
  if (!done.numUpdatedRows) return false;
  await record(within, incomingSubject(id), 'put back among the new', [], now);
  return true;
}

/** For how long the words of what came are kept after somebody looked at it; whether it came, from whom, stays. */
export const WORDS_KEPT = Temporal.Duration.from({ hours: 24 * 180 });

/** Removes the words of messages that were looked at long ago. @returns how many */
export async function removeOldWords({ db }: Within, now: Temporal.Instant): Promise<number> {
  const done = await db
    .updateTable('incoming_messages')
    .set({ words: null, whole: null, files: [] })
    .where('words', 'is not', null)
    .where('looked_at', '<', now.subtract(WORDS_KEPT))
    .executeTakeFirst();
  return Number(done.numUpdatedRows);
}
