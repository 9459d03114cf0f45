import { sql } from 'kysely';
import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { record } from '../../../platform/history/history.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { askNoMore } from '../asking/ask-no-more.ts';
import { promiseSubject } from '../promise.ts';
import { holdPromise } from '../queries/promises.ts';
import { SOMETHING_SAID } from '../queries/something-said.ts';
import type { When } from '../when.ts';
import { WRITE_DATES } from '../write-dates-asked.ts';
import { followSpread } from './follow-spread.ts';

export type NotEnded = Refusal<'not-found' | 'reason-needed' | 'ended' | 'not-ended' | 'changed-meanwhile'>;

export type Ending = { promise: string; version: number; why: string };

/** Nobody promises it any more from today on; what was due before stands, with what became of it. */
export async function endPromise(
  within: Within,
  { promise: id, version, why }: Ending,
  { now, today }: When,
): Promise<{ ended: true } | NotEnded> {
  const found = await holdPromise(within, id);
  if (!found) return refuse('not-found');
  if (found.endedOn) return refuse('ended');
  if (found.version !== version) return refuse('changed-meanwhile');
  if (!why.trim()) return refuse('reason-needed');
  await setEnded(within, id, { on: today, why: why.trim() }, now);
  await askNoMore(within, await openFrom(within, id, today), now);
  await record(
    within,
    promiseSubject(id),
    'ended',
    [{ field: 'reason', before: null, after: why.trim() }],
    now,
  );
  return { ended: true };
}

/** It is promised again from today. What would have been due meanwhile was promised by nobody, and is taken out. */
export async function reopenPromise(
  within: Within,
  { promise: id, version }: Omit<Ending, 'why'>,
  when: When,
): Promise<{ reopened: true } | NotEnded> {
  const { now, today } = when;
  const found = await holdPromise(within, id);
  if (!found) return refuse('not-found');
  if (!found.endedOn) return refuse('not-ended');
  if (found.version !== version) return refuse('changed-meanwhile');
  await setEnded(within, id, null, now);
  await takeOutMeanwhile(within, id, { from: found.endedOn, today, now });
  await sql`update commitments set dated_until = ${today.subtract({ days: 1 })} where promise_id = ${id}`.execute(
    within.db,
  );
  await record(within, promiseSubject(id), 'promised again', [], now);
  await followSpread(within, found, when);
  await enqueue(within, WRITE_DATES, { promise: id }, now);
  return { reopened: true };
}

/** Reasons are read by people: of a date that was shown or spoken of it is said why nobody owed it. */
const NOT_PROMISED = 'Nobody promised it at that time.';

async function takeOutMeanwhile(
  { db, actor }: Within,
  promise: string,
  { from, today, now }: When & { from: Temporal.PlainDate },
): Promise<void> {
  const meanwhile = sql`o.promise_id = ${promise} and o.outcome is null and o.by_day >= ${from} and o.by_day < ${today}`;
  await sql`
    update occurrences o set outcome = 'excused', reason = ${NOT_PROMISED}, settled_at = ${now}, settled_by = ${actor.name},
      changed_at = ${now}, sequence = o.sequence + 1, version = o.version + 1
    where ${meanwhile} and ${SOMETHING_SAID}`.execute(db);
  await sql`delete from occurrences o where ${meanwhile}`.execute(db);
}

const setEnded = (
  { db }: Within,
  id: string,
  ended: { on: Temporal.PlainDate; why: string } | null,
  now: Temporal.Instant,
) =>
  db
    .updateTable('promises')
    .set(row => ({
      ended_on: ended?.on ?? null,
      ended_why: ended?.why ?? '',
      sequence: row('sequence', '+', 1),
      version: row('version', '+', 1),
      changed_at: now,
    }))
    .where('id', '=', id)
    .execute();

async function openFrom({ db }: Within, promise: string, day: Temporal.PlainDate): Promise<string[]> {
  const rows = await db
    .selectFrom('occurrences')
    .select('id')
    .where('promise_id', '=', promise)
    .where('outcome', 'is', null)
    .where('by_day', '>=', day)
    .execute();
  return rows.map(({ id }) => id);
}
