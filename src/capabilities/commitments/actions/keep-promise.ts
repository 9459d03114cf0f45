import { sql } from 'kysely';
import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { json } from '../../../platform/database/json.ts';
import { record } from '../../../platform/history/history.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { FOR_ALL, LONGEST_ABOUT, type NewPromise, promiseSubject } from '../promise.ts';
import { calendarNames } from '../queries/calendar-names.ts';
import { forWhomOn, type Kept } from '../queries/for-whom.ts';
import { messengerOf } from '../queries/messenger-of.ts';
import { ownerName } from '../queries/owner-name.ts';
import { promiseWords } from '../rules/promise-words.ts';
import { startsOn } from '../rules/starts-on.ts';
import type { When } from '../when.ts';
import { WRITE_DATES } from '../write-dates-asked.ts';
import { eachTheirOwn } from './each-their-own.ts';

/** `nobody`: the registers have nobody on the day for whom it would be kept. */
export type NotKept = Refusal<'not-found' | 'no-such-owner' | 'nobody'>;

/**
 * Keeps what a timing of a line, or a clause, promises: once, or for each of those whom the registers have today. Its dates
 * are written down by a job. `from`: the first day on which it holds, where that is not today. A form that is sent twice
 * keeps one.
 */
export async function keepPromise(
  within: Within,
  promise: NewPromise,
  { now, today, from = startsOn(promise.series, today) }: When & { from?: Temporal.PlainDate },
): Promise<{ promise: string } | NotKept> {
  if (!(await standsInPlan(within, promise))) return refuse('not-found');
  if (!(await ownerIsThere(within, promise.owner))) return refuse('no-such-owner');
  const whom = promise.spread ? await forWhomOn(within, promise.spread, today) : [ALL];
  if (!whom.length) return refuse('nobody');
  const row = rowOf(promise, within.actor.name, now);
  const again = await keptJustNow(within, row);
  if (again) return { promise: again };
  const { id } = await within.db.insertInto('promises').values(row).returning('id').executeTakeFirstOrThrow();
  await addCommitments(within, id, whom, { from, now, today });
  const words = promiseWords(promise, await calendarNames(within, [promise.series]));
  const changes = Object.entries(words).map(([field, after]) => ({ field, before: null, after }));
  await record(within, promiseSubject(id), 'kept', changes, now);
  await enqueue(within, WRITE_DATES, { promise: id }, now);
  return { promise: id };
}

/** In milliseconds; nobody means the same of the same line twice so soon. */
const SENT_TWICE = 60_000;

/** The same, kept by the same person; of two forms at once the second waits for the first. */
async function keptJustNow({ db }: Within, row: ReturnType<typeof rowOf>): Promise<string | undefined> {
  await sql`select id from plans where id = ${row.plan_id} for no key update`.execute(db);
  const { rows } = await sql<{ id: string }>`
    select id from promises where plan_id = ${row.plan_id} and ended_on is null and created_by = ${row.created_by}
      and created_at > ${row.created_at.subtract({ milliseconds: SENT_TWICE })}
      and line_id is not distinct from ${row.line_id}::uuid and clause_id is not distinct from ${row.clause_id}::uuid
      and about = ${row.about} and phrase = ${row.phrase} and series = ${row.series}::jsonb
      and spread is not distinct from ${row.spread}::jsonb and owner_id is not distinct from ${row.owner_id}::uuid
    limit 1`.execute(db);
  return rows[0]?.id;
}

const ALL: Kept = { ...FOR_ALL, owner: null };

/** The line, or the clause, held until the transaction ends, so that it is not taken out meanwhile. */
async function standsInPlan({ db }: Within, { plan, of }: NewPromise): Promise<boolean> {
  const found =
    'line' in of
      ? await db
          .selectFrom('lines')
          .select('id')
          .where('id', '=', of.line)
          .where('plan_id', '=', plan)
          .where('shelved', '=', false)
          .forKeyShare()
          .executeTakeFirst()
      : await db
          .selectFrom('clauses')
          .select('id')
          .where('id', '=', of.clause)
          .where('plan_id', '=', plan)
          .where('ended_at', 'is', null)
          .executeTakeFirst();
  return found !== undefined;
}

export const ownerIsThere = async (within: Within, owner: string | null): Promise<boolean> =>
  !owner || (await ownerName(within, owner)) !== undefined;

function rowOf(promise: NewPromise, by: string, now: Temporal.Instant) {
  const { of } = promise;
  return {
    plan_id: promise.plan,
    line_id: 'line' in of ? of.line : null,
    clause_id: 'clause' in of ? of.clause : null,
    about: promise.about.slice(0, LONGEST_ABOUT),
    phrase: promise.phrase,
    read: promise.read ? json(promise.read) : null,
    series: json(promise.series),
    conditional: promise.conditional,
    held_only: promise.heldOnly,
    grace_days: promise.graceDays,
    warning_days: promise.warningDays,
    spread: promise.spread && json(promise.spread),
    owner_id: promise.owner,
    set_off_by: promise.setOffBy,
    created_at: now,
    created_by: by,
    changed_at: now,
  };
}

/** One commitment for each; whoever has one already keeps it. */
export async function addCommitments(
  within: Within,
  promise: string,
  whom: readonly Kept[],
  { from, ...when }: When & { from: Temporal.PlainDate },
): Promise<void> {
  const { now } = when;
  const messenger = await messengerOf(within, promise);
  const kept = await eachTheirOwn(within, whom, { ...when, messenger });
  const rows = kept.map(({ kind, id, name, owner, byArea = null }) => ({
    promise_id: promise,
    for_kind: kind,
    for_id: id,
    for_name: name,
    owner_id: owner,
    by_area: byArea,
    starts_on: from,
    created_at: now,
    changed_at: now,
  }));
  for (let at = 0; at < rows.length; at += 1000)
    await within.db
      .insertInto('commitments')
      .values(rows.slice(at, at + 1000))
      .onConflict(same => same.doNothing())
      .execute();
}
