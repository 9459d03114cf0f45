import { sql } from 'kysely';
import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { record, recordMany } from '../../../platform/history/history.ts';
import { isKnown } from '../queries/of-whom.ts';
import { requestSubject } from '../request.ts';
import { holdRequest } from './add-update.ts';
import { giveTo } from './not-mine.ts';

/** Nobody needs the answer any more: it is asked of nobody from now on. */
export async function withdrawRequest(
  within: Within,
  request: string,
  reason: string,
  now: Temporal.Instant,
): Promise<{ withdrawn: true } | Refusal<'not-open' | 'not-found'>> {
  if (!(await holdRequest(within, request))) return refuse('not-found');
  const done = await within.db
    .updateTable('requests')
    .set(row => ({ state: 'withdrawn', settled_at: now, version: row('version', '+', 1) }))
    .where('id', '=', request)
    .where('state', 'in', ['open', 'not-theirs'])
    .executeTakeFirst();
  if (done.numUpdatedRows !== 1n) return refuse('not-open');
  await record(
    within,
    requestSubject(request),
    'withdrew',
    [{ field: 'reason', before: null, after: reason }],
    now,
  );
  return { withdrawn: true };
}

/** Somebody of ours says who is to answer. */
export async function askInstead(
  within: Within,
  request: string,
  person: { id: string; name: string },
  now: Temporal.Instant,
): Promise<{ asked: string } | Refusal<'not-open' | 'not-found'>> {
  const held = await holdRequest(within, request);
  if (!held) return refuse('not-found');
  if (held.state !== 'open' && held.state !== 'not-theirs') return refuse('not-open');
  if (!(await isKnown(within, { person: person.id }))) return refuse('not-open');
  await giveTo(within, request, person.id, now);
  const change = { field: 'asked of', before: null, after: person.name };
  await record(within, requestSubject(request), 'asked somebody else', [change], now);
  return { asked: person.name };
}

/** Records are not there any more: what was asked about them, and about nothing that is there still, is over. */
export async function endRequestsAbout(
  { db, ...who }: Within,
  { kind, ids }: { kind: string; ids: string[] },
  now: Temporal.Instant,
): Promise<void> {
  if (!ids.length) return;
  const { rows } = await sql<{ id: string }>`
    with left_out as (
      update request_records set gone = true where kind = ${kind} and record_id = any(${ids}::uuid[]) returning request_id
    )
    update requests r set state = 'ended', settled_at = ${now}
    where r.id in (select request_id from left_out) and r.state in ('open', 'not-theirs')
      and not exists (select from request_records a where a.request_id = r.id and not a.gone
        and not (a.kind = ${kind} and a.record_id = any(${ids}::uuid[])))
    returning r.id`.execute(db);
  const ended = rows.map(({ id }) => ({ subject: requestSubject(id), action: 'ended', changes: [] }));
  await recordMany({ db, ...who }, ended, now);
}
