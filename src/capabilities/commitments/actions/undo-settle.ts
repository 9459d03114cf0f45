import { sql } from 'kysely';
import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { record, recordMany } from '../../../platform/history/history.ts';
import { type Outcome, occurrenceSubject, STATE_WORDS, settlingSubject } from '../occurrence.ts';
import { OPENED_AGAIN } from '../rules/occurrence-deeds.ts';
import { openedChanges } from '../rules/taken-back.ts';
import { closeMistaken } from './undo-happening.ts';

/** All that one act settled, or of that one alone. */
export type WhatWasSaid = { settling: string; only?: string };

type Opened = { id: string; outcome: Outcome };

/**
 * Takes back what was said: what it was said of is open again, as it was, and what was shown with it is shown no more.
 * What somebody has said again since stays.
 */
export async function undoSettle(
  within: Within,
  { settling, only }: WhatWasSaid,
  now: Temporal.Instant,
): Promise<{ opened: string[] } | Refusal<'not-found'>> {
  await holdSettled(within, settling);
  const { rows } = await sql<Opened>`
    with held as (select id, outcome from occurrences where settling_id = ${settling}::uuid
      ${only ? sql`and id = ${only}::uuid` : sql``} and outcome is not null and outcome <> 'postponed'
      order by id for update)
    update occurrences o set outcome = null, done_on = null, was_missed = false, reason = '', settled_at = null,
      settled_by = '', settling_id = null, changed_at = ${now}, sequence = o.sequence + 1, version = o.version + 1
    from held where o.id = held.id returning o.id, held.outcome
  `.execute(within.db);
  if (!rows.length) return refuse('not-found');
  await takeEvidenceBack(within, settling, rows, now);
  const deeds = rows.map(({ id, outcome }) => ({
    subject: occurrenceSubject(id),
    action: OPENED_AGAIN,
    changes: [{ field: 'what became of it', before: STATE_WORDS[outcome], after: null }],
  }));
  await recordMany(within, deeds, now);
  await record(within, settlingSubject(settling), OPENED_AGAIN, openedChanges(rows), now);
  const opened = rows.map(({ id }) => id);
  await closeMistaken(within, opened, now);
  return { opened };
}

/** Two who take back parts of the same act stand in line. */
const holdSettled = ({ db }: Within, settling: string) =>
  sql`select id from occurrences where settling_id = ${settling}::uuid order by id for update`.execute(db);

/** What is shown with others of the same act stays with those. */
async function takeEvidenceBack(
  { db }: Within,
  settling: string,
  opened: readonly Opened[],
  now: Temporal.Instant,
): Promise<void> {
  await sql`
    delete from evidence_of where occurrence_id = any(${opened.map(({ id }) => id)}::uuid[])
      and evidence_id in (select id from evidence where settling_id = ${settling}::uuid)
  `.execute(db);
  await sql`
    update evidence e set taken_back_at = ${now} where settling_id = ${settling}::uuid and taken_back_at is null
      and not exists (select from evidence_of where evidence_id = e.id)
  `.execute(db);
}
