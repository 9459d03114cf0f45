import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { type DeedTo, record, recordMany } from '../../../platform/history/history.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { occurrenceSubject } from '../occurrence.ts';
import { promiseSubject } from '../promise.ts';
import { OF_ONE_THAT_HOLDS } from '../queries/settleable.ts';
import { POSTPONED, POSTPONING_ENDED, POSTPONING_OVER } from '../rules/occurrence-deeds.ts';
import type { When } from '../when.ts';
import { WRITE_DATES } from '../write-dates-asked.ts';

export type Postponing = { promise: string; version: number; until: Temporal.PlainDate; why: string };

export type NotPostponed = Refusal<
  'not-found' | 'changed' | 'reason-needed' | 'past' | 'postponed' | 'not-postponed'
>;

/**
 * Puts a whole promise off until a day. Its series stays as it is and its dates stay where everybody sees them: those before
 * that day, as far as they are open and were not missed already, say that they are postponed.
 */
export async function postponePromise(
  within: Within,
  { promise, version, until, why }: Postponing,
  { now, today }: When,
): Promise<{ postponed: number } | NotPostponed> {
  const reason = why.trim();
  if (!reason) return refuse('reason-needed');
  if (Temporal.PlainDate.compare(until, today) <= 0) return refuse('past');
  const found = await promiseNow(within, promise);
  if (!found) return refuse('not-found');
  if (found.postponedUntil) return refuse('postponed');
  if (found.version !== version) return refuse('changed');
  await setPostponed(within, promise, { until, why: reason }, now);
  const { rows } = await sql<{ id: string }>`
    update occurrences o set outcome = 'postponed', reason = ${reason}, settled_at = ${now},
      settled_by = ${within.actor.name}, settling_id = ${randomUUID()}::uuid, changed_at = ${now},
      sequence = o.sequence + 1, version = o.version + 1
    ${OF_ONE_THAT_HOLDS} and o.promise_id = ${promise}::uuid and o.outcome is null and o.by_day < ${until}
      and o.missed_from > ${today}
    returning o.id
  `.execute(within.db);
  const subject = promiseSubject(promise);
  const changes = [
    { field: 'postponed until', before: null, after: until.toString() },
    { field: 'reason', before: null, after: reason },
  ];
  await record(within, subject, POSTPONED, changes, now);
  await recordMany(within, deeds(rows, POSTPONED), now);
  return { postponed: rows.length };
}

/** Takes it back: what was to come is open again; what has gone by meanwhile stays postponed, since nobody was to do it. */
export async function endPostponing(
  within: Within,
  { promise, version }: Pick<Postponing, 'promise' | 'version'>,
  { now, today }: When,
): Promise<{ opened: number } | NotPostponed> {
  const found = await promiseNow(within, promise);
  if (!found) return refuse('not-found');
  if (!found.postponedUntil) return refuse('not-postponed');
  if (found.version !== version) return refuse('changed');
  await setPostponed(within, promise, null, now);
  const { rows } = await sql<{ id: string }>`
    update occurrences set outcome = null, reason = '', settled_at = null, settled_by = '', settling_id = null,
      changed_at = ${now}, sequence = sequence + 1, version = version + 1
    where promise_id = ${promise}::uuid and outcome = 'postponed' and missed_from > ${today} returning id
  `.execute(within.db);
  const changes = [{ field: 'postponed until', before: found.postponedUntil.toString(), after: null }];
  await record(within, promiseSubject(promise), POSTPONING_ENDED, changes, now);
  await recordMany(within, deeds(rows, POSTPONING_ENDED), now);
  await enqueue(within, WRITE_DATES, { promise }, now); // its series or calendar may have changed meanwhile
  return { opened: rows.length };
}

/** The day has come: the promise is asked about again, and can be put off anew. Dates that were postponed stay so. */
export async function postponingsOver(within: Within, { now, today }: When): Promise<number> {
  const { rows } = await sql<{ id: string; until: string }>`
    with over as (select id, postponed_until from promises where postponed_until <= ${today} order by id for update)
    update promises p set postponed_until = null, postponed_why = '', version = p.version + 1, changed_at = ${now}
    from over where p.id = over.id returning p.id, over.postponed_until::text as until`.execute(within.db);
  const told = rows.map(({ id, until }) => ({
    subject: promiseSubject(id),
    action: POSTPONING_OVER,
    changes: [{ field: 'postponed until', before: until, after: null }],
  }));
  await recordMany(within, told, now);
  return rows.length;
}

const deeds = (rows: readonly { id: string }[], action: string): DeedTo[] =>
  rows.map(({ id }) => ({ subject: occurrenceSubject(id), action, changes: [] }));

/** Held until the transaction ends, so that nobody writes dates down or postpones beside it. */
const promiseNow = ({ db }: Within, promise: string) =>
  db
    .selectFrom('promises')
    .select(['version', 'postponed_until as postponedUntil'])
    .where('id', '=', promise)
    .forUpdate()
    .executeTakeFirst();

const setPostponed = (
  { db }: Within,
  promise: string,
  off: { until: Temporal.PlainDate; why: string } | null,
  now: Temporal.Instant,
) =>
  db
    .updateTable('promises')
    .set(row => ({
      postponed_until: off?.until ?? null,
      postponed_why: off?.why ?? '',
      sequence: row('sequence', '+', 1),
      version: row('version', '+', 1),
      changed_at: now,
    }))
    .where('id', '=', promise)
    .execute();
