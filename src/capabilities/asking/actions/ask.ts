import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { json } from '../../../platform/database/json.ts';
import { record } from '../../../platform/history/history.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { ASK_AT_ONCE } from '../at-once.ts';
import { isKnown } from '../queries/of-whom.ts';
import { LONGEST_WHAT, type NewRequest, requestSubject } from '../request.ts';

/** `not-found`: nobody of the register is meant. */
export type NotAsked = Refusal<'not-found'>;

/**
 * Asks somebody; becomes an entry of their one daily message. The same `once` is asked once: the request that stands
 * comes back. `what` quotes no record: their titles stand in `about`, where those that are marked are kept in.
 */
export async function ask(
  within: Within,
  request: NewRequest,
  now: Temporal.Instant,
): Promise<{ request: string } | NotAsked> {
  if (!(await isKnown(within, request.of))) return refuse('not-found');
  const made = await within.db
    .insertInto('requests')
    .values({
      kind: request.kind,
      what: request.what.slice(0, LONGEST_WHAT),
      person_id: 'person' in request.of ? request.of.person : null,
      owner_id: 'owner' in request.of ? request.of.owner : null,
      by_day: request.by,
      by_at: request.byAt ?? null,
      choices: json(request.choices),
      fields: json(request.fields ?? []),
      urgent: request.urgent ?? false,
      once: request.once ?? null,
      asked_by_id: within.actor.id,
      asked_by: within.actor.name,
      asked_at: now,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return { request: await askedBefore(within, request.once!) };
  await keepRecords(within, made.id, request.about ?? []);
  const changes = [
    { field: 'asked', before: null, after: request.what },
    { field: 'by', before: null, after: request.by.toString() },
  ];
  await record(within, requestSubject(made.id), 'asked', changes, now);
  if (request.urgent) await enqueue(within, ASK_AT_ONCE, { request: made.id }, now);
  return { request: made.id };
}

async function askedBefore({ db }: Within, once: string): Promise<string> {
  const row = await db.selectFrom('requests').select('id').where('once', '=', once).executeTakeFirstOrThrow();
  return row.id;
}

async function keepRecords(
  { db }: Within,
  request: string,
  about: NonNullable<NewRequest['about']>,
): Promise<void> {
  const rows = about.map(({ kind, id, title, href, sensitive = false, of = null }, position) => ({
    request_id: request,
    position,
    kind,
    record_id: id,
    title: title.slice(0, 300),
    href,
    sensitive,
    of_id: of,
  }));
  if (rows.length)
    await db
      .insertInto('request_records')
      .values(rows)
      .onConflict(row => row.doNothing())
      .execute();
}
