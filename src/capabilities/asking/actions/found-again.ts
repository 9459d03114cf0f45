import type { Within } from '../../../platform/database/database.ts';
import { recordMany } from '../../../platform/history/history.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { ASK_AT_ONCE } from '../at-once.ts';
import { type Pending, withoutAnybody } from '../queries/pending.ts';
import { requestSubject } from '../request.ts';
import { whoIsAsked } from '../who-is-asked.ts';

/**
 * Notes which requests have somebody to ask again: somebody said who is meant by the name, holds the post, or has an
 * address. To them it is new, and they are given the time that everybody is before anyone is told that they are silent.
 */
export async function noteFoundAgain(
  within: Within,
  { now, today }: { now: Temporal.Instant; today: Temporal.PlainDate },
): Promise<void> {
  const lost = await withoutAnybody(within);
  const asked = await whoIsAsked(within, lost, today);
  const found = lost.filter(({ id }) => asked.has(id)).map(({ id }) => id);
  if (!found.length) return;
  await within.db
    .updateTable('requests')
    .set({ told_id: null, told_at: null, told_why: null, anew_at: now })
    .where('id', 'in', found)
    .where('told_why', '=', 'nobody')
    .execute();
  const deeds = lost.flatMap(({ id, person, owner }) => {
    const to = asked.get(id)?.person.name;
    const change = { field: 'asked of', before: (person ?? owner)!.name, after: to ?? null };
    return to ? [{ subject: requestSubject(id), action: 'found whom to ask', changes: [change] }] : [];
  });
  await recordMany(within, deeds, now);
  const inTime = lost.filter(one => asked.has(one.id) && isInTime(one, now));
  for (const { id } of inTime) await enqueue(within, ASK_AT_ONCE, { request: id }, now);
}

/** It could not wait, and can be done still: the message of the next morning would come when it is over. */
const isInTime = ({ urgent, byAt }: Pending, now: Temporal.Instant): boolean =>
  urgent && byAt !== null && Temporal.Instant.compare(byAt, now) > 0;
