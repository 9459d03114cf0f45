import { sql } from 'kysely';
import { isRefused, type Refusal, refuse } from '../../../../language/refusal.ts';
import type { Within } from '../../../../platform/database/database.ts';
import { json } from '../../../../platform/database/json.ts';
import { record } from '../../../../platform/history/history.ts';
import { applyEdition, fillRegisters, type Touched } from '../../../plans/index.ts';
import { type ToMerge, toMerge } from '../../queries/edition/merge-input.ts';
import { askingRows, decisionsOf, type Merge } from '../../queries/edition/merges.ts';
import { besideLines } from '../../queries/readings.ts';
import { mergeDecisions } from '../../rules/edition/decisions.ts';
import { editionFrom } from '../../rules/edition/edition-from.ts';
import { placeWord } from '../../rules/edition/rows.ts';
import { applyDecisions } from '../../rules/merge/apply-decisions.ts';
import type { MergeOutcome, MergeWrites } from '../../rules/merge/merging.ts';
import type { StoredReading } from '../../stored-reading.ts';
import { settledOwners } from '../settle-owners.ts';
import { askForMerge } from './ask-for-merge.ts';

/** `changed`: the plan or the reading was changed since it was compared, which is done anew. */
export type NotWorkedIn = Refusal<'changed' | 'undecided'>;

/**
 * Works an edition into its plan as it was decided, in one transaction with closing the reading. Where anything was
 * changed since it was compared, nothing is written and it is compared anew; what was decided stands.
 */
export async function workEditionIn(
  within: Within,
  { merge, reading }: { merge: Merge; reading: StoredReading },
  now: Temporal.Instant,
): Promise<{ plan: string } | NotWorkedIn> {
  const { id } = reading;
  const anew = async (): Promise<NotWorkedIn> => {
    await askForMerge(within, id, merge.plan.id, now);
    return refuse('changed');
  };
  const facts = await toMerge(within, reading, merge.plan.id);
  if (facts?.plan.stamp !== merge.planStamp || reading.version !== merge.readingVersion) return anew();
  const { writes, matches } = await decidedWrites(within, id, { facts, reading });
  if (isUndecided(writes)) {
    await within.db.updateTable('merges').set({ status: 'made' }).where('reading_id', '=', id).execute();
    return refuse('undecided');
  }
  const file = { id: reading.file.id, name: reading.file.name };
  const ownersOf = await settledOwners(within, id);
  const edition = editionFrom(writes, { facts, outline: reading.outline!, file, ownersOf });
  const done = await applyEdition(within, merge.plan.id, edition, await occasion(within, now));
  if (isRefused(done)) return anew();
  await fillRegisters(within, merge.plan.id, (await besideLines(within, id)) ?? {}, now);
  await within.db
    .updateTable('merges')
    .set({
      status: 'accepted',
      problem: null,
      before: json(done.before),
      accepted_by: within.actor.name,
      accepted_by_id: within.actor.id,
      accepted_at: now,
    })
    .where('reading_id', '=', id)
    .execute();
  await noteLines(within, id, { matches, touched: done.touched });
  await within.db
    .updateTable('readings')
    .set({ status: 'accepted', plan_id: merge.plan.id })
    .where('id', '=', id)
    .execute();
  const change = { field: 'plan', before: null, after: merge.plan.title };
  await record(within, { kind: 'reading', id }, 'accepted as a later edition', [change], now);
  return { plan: merge.plan.id };
}

const isUndecided = ({ undecided }: MergeWrites): boolean =>
  Object.values(undecided).some(list => list.length > 0);

async function decidedWrites(
  within: Within,
  id: string,
  { facts, reading }: { facts: ToMerge; reading: StoredReading },
): Promise<{ writes: MergeWrites; matches: Matched[] }> {
  const { outcome } = await within.db
    .selectFrom('merges')
    .select('outcome')
    .where('reading_id', '=', id)
    .executeTakeFirstOrThrow();
  const rows = await askingRows(within, id);
  const reason = `It is not in ${reading.file.name}.`;
  const decisions = mergeDecisions(rows, await decisionsOf(within, id), { input: facts.input, reason });
  const { matched, doubtful, takenOut } = outcome as MergeOutcome;
  const same = new Set(decisions.doubtful?.flatMap(({ at, is }) => (is === 'same' ? [placeWord(at)] : [])));
  return {
    writes: applyDecisions(facts.input, outcome as MergeOutcome, decisions),
    matches: [
      ...matched,
      ...takenOut,
      ...doubtful.filter(({ row }) => same.has(placeWord(facts.input.rows[row]!.at))),
    ],
  };
}

type Matched = { row: number; line: string };

/** When it is, and how the organisation divides its year; the year of what has none is that of the organisation's clocks. */
async function occasion({ db }: Within, now: Temporal.Instant) {
  const { zone, month, springMonth } = await db
    .selectFrom('organisations')
    .select(['time_zone as zone', 'financial_year_month as month', 'spring_month as springMonth'])
    .executeTakeFirstOrThrow();
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  return { now, today, ownYear: { financialYearStart: { month, day: 1 }, springMonth } };
}

/** Which line each row is now, and what each line was before, for the next edition and for undoing this one. */
async function noteLines(
  { db }: Within,
  id: string,
  { matches, touched }: { matches: Matched[]; touched: Touched[] },
): Promise<void> {
  const lines = [
    ...matches.map(({ row, line }) => ({ row: row + 1, line })),
    ...touched.flatMap(({ row, line }) => (row === undefined ? [] : [{ row: row + 1, line }])),
  ];
  await sql`
    update reading_lines as r set line_id = n.line
    from jsonb_to_recordset(${json(lines)}) as n (row int, line uuid)
    where r.reading_id = ${id}::uuid and r.position = n.row
  `.execute(db);
  const kept = touched.map(({ row, line, before, version }) => ({
    row: row === undefined ? null : row + 1,
    line,
    before,
    version,
  }));
  await sql`
    update merge_rows as r set before = nullif(n.before, 'null'), after_version = n.version, line_id = n.line
    from jsonb_to_recordset(${json(kept)}) as n (row int, line uuid, before jsonb, version int)
    where r.reading_id = ${id}::uuid and case when n.row is null then r.line_id = n.line else r.reading_position = n.row end
  `.execute(db);
}
