import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { isRefused, type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { recordMany } from '../../../platform/history/history.ts';
import { askNoMore } from '../asking/ask-no-more.ts';
import { type NewEvidence, type SaidBy, saysSomething } from '../evidence.ts';
import { type Outcome, occurrenceSubject } from '../occurrence.ts';
import { type OccurrenceNow, occurrencesNow } from '../queries/settleable.ts';
import { evidenceDeed, settledDeed } from '../rules/occurrence-deeds.ts';
import { type NotSaid, type SaidOf, type SettledAs, sayable, settledAs } from '../rules/settled-as.ts';
import type { When } from '../when.ts';
import { addEvidence } from './add-evidence.ts';

export type Settling = Omit<SaidOf, 'reason'> & {
  occurrences: readonly string[];
  reason?: string;
  evidence?: NewEvidence;
};

/** Somebody else was the first to say what became of it: who, and what. */
export type Already = { id: string; by: string; at: Temporal.Instant; outcome: Outcome };

export type Settled = {
  /** By which all of it is taken back. */
  settling: string;
  settled: string[];
  already: Already[];
  /** What cannot be said of these, and why. */
  not: { id: string; why: NotSaid['refused'] | 'not-promised' }[];
  /** The evidence that was kept, so that files can be put with it. */
  evidence: string[];
};

/** What one act may be about; a list that is longer is settled part by part. */
export const MOST_SETTLED = 500;

/**
 * Says what became of occurrences that are open; nothing that was said before is changed. Where somebody else was faster,
 * whoever comes second is told who that was, and what they have to show is kept as well. What nobody promises any more by
 * then, since the promise ended or whom it was for went, is nothing to be said of.
 */
export async function settle(
  within: Within,
  { occurrences, evidence, reason = '', ...said }: Settling,
  by: SaidBy,
  { now, today }: When,
): Promise<Settled | NotSaid | Refusal<'not-found' | 'too-many'>> {
  const ids = [...new Set(occurrences)];
  if (ids.length > MOST_SETTLED) return refuse('too-many');
  const saying = { ...said, reason: reason.trim() };
  const refused = sayable(saying, today);
  if (refused) return refused;
  const all = await occurrencesNow(within, ids);
  const found = all.filter(({ stands }) => stands);
  if (!found.length) return refuse('not-found');
  const become = found
    .filter(({ outcome }) => outcome === null)
    .map(one => ({ one, as: settledAs(one, saying, today) }));
  const settling = randomUUID();
  const settled = become.filter((each): each is Becomes => !isRefused(each.as));
  await writeOutcomes(within, settled, { settling, reason: saying.reason, by: by.name, now });
  const already = found.filter(({ outcome }) => outcome !== null);
  const shown = evidence && saysSomething(evidence) ? [...settled.map(({ one }) => one), ...already] : [];
  const kept = await addEvidence(within, shown, evidence!, { by, settling, now });
  const deeds = [
    ...settled.map(({ one, as }) => settledDeed(occurrenceSubject(one.id), as, saying.reason)),
    ...(kept.length ? already.map(({ id }) => evidenceDeed(occurrenceSubject(id), evidence!.note)) : []),
  ];
  await recordMany(within, deeds, now);
  await askNoMore(
    within,
    settled.map(({ one }) => one.id),
    now,
  );
  const refusedOf = become.flatMap(({ one, as }) => (isRefused(as) ? [{ id: one.id, why: as.refused }] : []));
  if (!settled.length && !already.length && refusedOf[0]) return refuse(refusedOf[0].why);
  const ended = all.filter(({ stands }) => !stands).map(({ id }) => ({ id, why: 'not-promised' as const }));
  return {
    settling,
    settled: settled.map(({ one }) => one.id),
    already: already.map(alreadyOf),
    not: [...refusedOf, ...ended],
    evidence: kept,
  };
}

type Becomes = { one: OccurrenceNow; as: SettledAs };

/** Only while they are open, which the statement itself asks. */
async function writeOutcomes(
  { db }: Within,
  settled: readonly Becomes[],
  { settling, reason, by, now }: { settling: string; reason: string; by: string; now: Temporal.Instant },
): Promise<void> {
  if (!settled.length) return;
  await sql`
    update occurrences o set outcome = s.outcome, done_on = s.done_on, was_missed = s.was_missed, reason = ${reason},
      settled_at = ${now}, settled_by = ${by}, settling_id = ${settling}::uuid, changed_at = ${now},
      sequence = o.sequence + 1, version = o.version + 1
    from unnest(${settled.map(({ one }) => one.id)}::uuid[], ${settled.map(({ as }) => as.outcome)}::text[],
      ${settled.map(({ as }) => as.doneOn?.toString() ?? null)}::date[],
      ${settled.map(({ as }) => as.wasMissed)}::bool[]) as s (id, outcome, done_on, was_missed)
    where o.id = s.id and o.outcome is null
  `.execute(db);
}

const alreadyOf = ({ id, settledBy, settledAt, outcome }: OccurrenceNow): Already => ({
  id,
  by: settledBy,
  at: settledAt!,
  outcome: outcome!,
});
