import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { recordMany } from '../../../platform/history/history.ts';
import type { NewEvidence, SaidBy } from '../evidence.ts';
import { occurrenceSubject } from '../occurrence.ts';
import { occurrencesNow } from '../queries/settleable.ts';
import { evidenceDeed } from '../rules/occurrence-deeds.ts';

type Shown = { id: string; promise: string };

/**
 * One piece of evidence for each promise that the occurrences are of: "all of last week's" is said once. An answer that is
 * worked in twice is kept once.
 * @returns the identifiers of the evidence
 */
export async function addEvidence(
  { db }: Within,
  occurrences: readonly Shown[],
  evidence: NewEvidence,
  { by, settling, now }: { by: SaidBy; settling: string | null; now: Temporal.Instant },
): Promise<string[]> {
  if (!occurrences.length) return [];
  const promises = [...new Set(occurrences.map(({ promise }) => promise))];
  const row = {
    note: evidence.note,
    attendance: evidence.attendance,
    feedback: evidence.feedback,
    request_update_id: evidence.update ?? null,
    settling_id: settling,
    said_at: now,
    said_by: by.name,
    said_by_id: by.account,
  };
  const kept = await db
    .insertInto('evidence')
    .values(promises.map(promise_id => ({ promise_id, ...row })))
    .onConflict(same =>
      same
        .columns(['request_update_id', 'promise_id'])
        .where('request_update_id', 'is not', null)
        .doUpdateSet({ said_at: sql`evidence.said_at` }),
    )
    .returning(['id', 'promise_id'])
    .execute();
  const ids = new Map(kept.map(({ id, promise_id }) => [promise_id, id]));
  const of = occurrences.map(({ id, promise }) => ({ occurrence_id: id, evidence_id: ids.get(promise)! }));
  await db
    .insertInto('evidence_of')
    .values(of)
    .onConflict(same => same.doNothing())
    .execute();
  return kept.map(({ id }) => id);
}

/** Something more that shows what was said before. */
export async function showMore(
  within: Within,
  occurrence: string,
  evidence: NewEvidence,
  { by, now }: { by: SaidBy; now: Temporal.Instant },
): Promise<string[]> {
  const found = (await occurrencesNow(within, [occurrence])).filter(({ stands }) => stands);
  const kept = await addEvidence(within, found, evidence, { by, settling: null, now });
  if (kept.length)
    await recordMany(within, [evidenceDeed(occurrenceSubject(occurrence), evidence.note)], now);
  return kept;
}

/** Evidence of all that one act settled, so that a file can be put with it: that which came with it, or an empty one. */
export async function showAll(
  within: Within,
  settling: string,
  { by, now }: { by: SaidBy; now: Temporal.Instant },
): Promise<string[]> {
  const settled = await within.db
    .selectFrom('occurrences')
    .select(['id', 'promise_id as promise'])
    .where('settling_id', '=', settling)
    .execute();
  const there = await within.db
    .selectFrom('evidence')
    .select(['id', 'promise_id as promise'])
    .where('settling_id', '=', settling)
    .where('taken_back_at', 'is', null)
    .execute();
  const shown = new Set(there.map(({ promise }) => promise));
  const others = settled.filter(({ promise }) => !shown.has(promise));
  const nothing = { note: '', attendance: null, feedback: '', files: true as const };
  const made = await addEvidence(within, others, nothing, { by, settling, now });
  return [...there.map(({ id }) => id), ...made];
}
