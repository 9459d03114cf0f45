import { type RawBuilder, sql } from 'kysely';
import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { record, recordMany } from '../../../platform/history/history.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { askNoMore } from '../asking/ask-no-more.ts';
import { happeningSubject } from '../happening.ts';
import { occurrenceSubject } from '../occurrence.ts';
import { SOMETHING_SAID } from '../queries/something-said.ts';
import { zoneOf } from '../queries/zone.ts';
import { settledDeed } from '../rules/occurrence-deeds.ts';
import { FOLLOW_HAPPENING } from '../set-off-asked.ts';

/**
 * It was a mistake: what it made due and nobody has said anything of goes, with what was asked about it. What was settled
 * stays, and so does the record, which says that it was a mistake.
 */
export async function undoHappening(
  within: Within,
  { id, version, why }: { id: string; version: number; why: string },
  now: Temporal.Instant,
): Promise<{ gone: number } | Refusal<'not-found' | 'undone-already'>> {
  const done = await within.db
    .updateTable('happenings')
    .set(row => ({
      undone_at: now,
      undone_by: within.actor.name,
      undone_why: why,
      version: row('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('version', '=', version)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  if (done.numUpdatedRows !== 1n) return refuse((await isThere(within, id)) ? 'undone-already' : 'not-found');
  const changes = [{ field: 'reason', before: null, after: why }];
  await record(within, happeningSubject(id), 'undid as a mistake', changes, now);
  if (within.sight) await enqueue(within, FOLLOW_HAPPENING, { happening: id }, now);
  return { gone: await clearOpen(within, id, now) };
}

const isThere = async ({ db }: Within, id: string): Promise<boolean> =>
  (await db.selectFrom('happenings').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;

/**
 * What it made due and is still open, or was put off with its promise and would open again, is not promised. What had been
 * missed, or has something shown or asked with it, stays and says that it did not apply: a miss is not got rid of by saying
 * that nothing had happened.
 */
export async function clearOpen(within: Within, happening: string, now: Temporal.Instant): Promise<number> {
  const kept = await keepWhatWasSaid(within, happening, now);
  const gone = await within.db
    .deleteFrom('occurrences')
    .where('happening_id', '=', happening)
    .where(of => of.or([of('outcome', 'is', null), of('outcome', '=', 'postponed')]))
    .returning('id')
    .execute();
  const ids = gone.map(({ id }) => id);
  await askNoMore(within, [...ids, ...kept], now);
  return ids.length;
}

const NOTHING_HAPPENED = 'What set it off was recorded by mistake.';

const keepWhatWasSaid = (within: Within, happening: string, now: Temporal.Instant): Promise<string[]> =>
  sayNothingHappened(
    within,
    today => sql`o.happening_id = ${happening}::uuid and coalesce(o.outcome, 'postponed') = 'postponed'
      and ((o.outcome is null and o.missed_from <= ${today}) or ${SOMETHING_SAID})`,
    now,
  );

/** What was said of these is taken back: those of a mistake are not open by that. */
export const closeMistaken = (within: Within, opened: readonly string[], now: Temporal.Instant) =>
  sayNothingHappened(
    within,
    () => sql`o.id = any(${[...opened]}::uuid[]) and o.outcome is null
      and exists (select from happenings h where h.id = o.happening_id and h.undone_at is not null)`,
    now,
  );

async function sayNothingHappened(
  within: Within,
  which: (today: Temporal.PlainDate) => RawBuilder<unknown>,
  now: Temporal.Instant,
): Promise<string[]> {
  const today = now.toZonedDateTimeISO(await zoneOf(within)).toPlainDate();
  const { rows } = await sql<{ id: string; wasMissed: boolean }>`
    update occurrences o set outcome = 'not-triggered', was_missed = o.outcome is null and o.missed_from <= ${today},
      reason = ${NOTHING_HAPPENED}, settled_at = ${now}, settled_by = ${within.actor.name}, settling_id = null,
      changed_at = ${now}, sequence = o.sequence + 1, version = o.version + 1
    where ${which(today)} returning o.id, o.was_missed as "wasMissed"`.execute(within.db);
  const deeds = rows.map(({ id, wasMissed }) =>
    settledDeed(
      occurrenceSubject(id),
      { outcome: 'not-triggered', doneOn: null, wasMissed },
      NOTHING_HAPPENED,
    ),
  );
  await recordMany(within, deeds, now);
  return rows.map(({ id }) => id);
}
