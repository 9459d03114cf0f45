import { sql } from 'kysely';
import type { Within } from '../../../../platform/database/database.ts';
import { json } from '../../../../platform/database/json.ts';
import { latestChanges } from '../../../plans/index.ts';
import type { ToMerge } from '../../queries/edition/merge-input.ts';
import { decisionsOf, type Merge } from '../../queries/edition/merges.ts';
import { type Decisions, undecidedIn } from '../../rules/edition/decisions.ts';
import { type MergeRow, mergeRows, ROW_KINDS } from '../../rules/edition/rows.ts';
import type { MergeOutcome } from '../../rules/merge/merging.ts';
import type { StoredReading } from '../../stored-reading.ts';

/** Rows in one statement. */
const AT_ONCE = 1000;

type Made = { reading: StoredReading; facts: ToMerge; outcome: MergeOutcome; milliseconds: number };

/**
 * Keeps what was compared, with what was decided before wherever the question is the same; left alone where it was asked
 * for anew meanwhile.
 */
export async function storeMerge(
  within: Within,
  { reading: id, version }: Merge,
  { reading, facts, outcome, milliseconds }: Made,
): Promise<void> {
  const asked = [...outcome.matched, ...outcome.doubtful].filter(({ conflicts }) => conflicts.length);
  const latest = await latestChanges(
    within,
    asked.map(({ line }) => line),
  );
  const rows = mergeRows(facts.input, outcome, latest);
  const stored = await within.db
    .updateTable('merges')
    .set({
      status: 'made',
      problem: null,
      reading_version: reading.version,
      plan_stamp: facts.plan.stamp,
      base: json(facts.base),
      counts: json(countsIn(rows)),
      outcome: json(outcome),
      milliseconds,
    })
    .where('reading_id', '=', id)
    .where('version', '=', version)
    .where('status', '=', 'waiting')
    .executeTakeFirst();
  if (stored.numUpdatedRows === 1n) await storeRows(within, id, rows, await decisionsOf(within, id));
}

function countsIn(rows: MergeRow[]): Record<string, number> {
  const kinds = ROW_KINDS.map(kind => [kind, rows.filter(row => row.kind === kind).length]);
  const conflictRows = rows.filter(({ shown }) => shown.conflicts.length).length;
  const conflicts = rows.reduce((sum, { shown }) => sum + shown.conflicts.length, 0);
  return { ...Object.fromEntries(kinds), conflicts, conflictRows };
}

async function storeRows({ db }: Within, id: string, rows: MergeRow[], decisions: Decisions): Promise<void> {
  await db.deleteFrom('merge_rows').where('reading_id', '=', id).execute();
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const some = rows.slice(from, from + AT_ONCE).map(row => ({
      ...row,
      conflicts: row.shown.conflicts.length,
      undecided: undecidedIn(row, decisions),
    }));
    await sql`
      insert into merge_rows (reading_id, position, kind, conflicts, undecided, line_id, line_version, reading_position, shown)
      select ${id}::uuid, position, kind, conflicts, undecided, line, version, "readingPosition", shown
      from jsonb_to_recordset(${json(some)}) as one (position int, kind text, conflicts int, undecided int, line uuid,
        version int, "readingPosition" int, shown jsonb)
    `.execute(db);
  }
}

/** Says why nothing was compared. */
export async function storeUnable(
  { db }: Within,
  { reading, version }: Merge,
  problem: string,
): Promise<void> {
  await db
    .updateTable('merges')
    .set({ status: 'unable', problem })
    .where('reading_id', '=', reading)
    .where('version', '=', version)
    .where('status', '=', 'waiting')
    .execute();
}
