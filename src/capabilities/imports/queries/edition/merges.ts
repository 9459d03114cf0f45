import { sql } from 'kysely';
import type { Within } from '../../../../platform/database/database.ts';
import type { Decision, Decisions } from '../../rules/edition/decisions.ts';
import type { MergeRow, RowKind, ShownRow } from '../../rules/edition/rows.ts';

export type MergeStatus = 'waiting' | 'made' | 'unable' | 'accepting' | 'accepted' | 'undoing';

/**
 * What the plan and the document were compared by. `at` is an instant as text. `partial`: not all lines were given out,
 * so that one which the document does not have is not gone.
 */
export type Base =
  | { kind: 'export'; at: string; format: string; partial?: boolean }
  | { kind: 'reading'; at: string; name: string }
  | { kind: 'none' };

export type Merge = {
  reading: string;
  plan: { id: string; title: string; removed: boolean };
  status: MergeStatus;
  problem: string | null;
  version: number;
  readingVersion: number;
  planStamp: string;
  base: Base | null;
  /** How many rows there are of each kind. */
  counts: Counts;
  acceptedBy: { id: string | null; name: string } | null;
  milliseconds: number | null;
};

export type Counts = Record<RowKind, number> & {
  /** Cells, and the rows that they stand in. */
  conflicts: number;
  conflictRows: number;
  /** Questions that nobody answered. */
  undecided: number;
};

export async function mergeOf({ db }: Within, reading: string): Promise<Merge | undefined> {
  const row = await db
    .selectFrom('merges as m')
    .innerJoin('plans as p', 'p.id', 'm.plan_id')
    .select(['m.reading_id', 'm.plan_id', 'p.title', 'p.removed_at', 'm.status', 'm.problem', 'm.version'])
    .select(['m.reading_version', 'm.plan_stamp', 'm.base', 'm.milliseconds', 'm.counts'])
    .select(['m.accepted_by', 'm.accepted_by_id'])
    .select(
      sql<number>`(select coalesce(sum(undecided), 0)::int from merge_rows r where r.reading_id = m.reading_id and undecided > 0)`.as(
        'undecided',
      ),
    )
    .where('m.reading_id', '=', reading)
    .executeTakeFirst();
  return (
    row && {
      reading: row.reading_id,
      plan: { id: row.plan_id, title: row.title, removed: row.removed_at !== null },
      status: row.status as MergeStatus,
      problem: row.problem,
      version: row.version,
      readingVersion: row.reading_version,
      planStamp: row.plan_stamp,
      base: row.base as Base | null,
      counts: { ...(row.counts as Counts), undecided: row.undecided },
      acceptedBy: row.accepted_by === null ? null : { id: row.accepted_by_id, name: row.accepted_by },
      milliseconds: row.milliseconds,
    }
  );
}

/** Only how far it has come; for asking often. */
export async function mergeStatus({ db }: Within, reading: string): Promise<MergeStatus | undefined> {
  const row = await db
    .selectFrom('merges')
    .select('status')
    .where('reading_id', '=', reading)
    .executeTakeFirst();
  return row?.status as MergeStatus | undefined;
}

export type Shown = RowKind | 'conflicts';
export type StoredRow = MergeRow & { undecided: number };

/** Rows of one kind in their order; `conflicts`: of whatever kind. */
export async function pageOfRows(
  within: Within,
  reading: string,
  { show, after, most }: { show: Shown; after: number; most: number },
): Promise<StoredRow[]> {
  const rows = within.db
    .selectFrom('merge_rows')
    .select(['position', 'kind', 'line_id', 'line_version', 'reading_position', 'shown', 'undecided'])
    .where('reading_id', '=', reading)
    .orderBy('position')
    .offset(after)
    .limit(most);
  const some = show === 'conflicts' ? rows.where('conflicts', '>', 0) : rows.where('kind', '=', show);
  return (await some.execute()).map(asRow);
}

/** Every row that asks something; all of them where it is accepted. */
export async function askingRows({ db }: Within, reading: string): Promise<StoredRow[]> {
  const rows = await db
    .selectFrom('merge_rows')
    .select(['position', 'kind', 'line_id', 'line_version', 'reading_position', 'shown', 'undecided'])
    .where('reading_id', '=', reading)
    .where(({ or, eb }) => or([eb('conflicts', '>', 0), eb('kind', 'in', ['doubtful', 'gone', 'taken-out'])]))
    .orderBy('position')
    .execute();
  return rows.map(asRow);
}

type Row = {
  position: number;
  kind: string;
  line_id: string | null;
  line_version: number | null;
  reading_position: number | null;
  shown: unknown;
  undecided: number;
};

const asRow = (row: Row): StoredRow => ({
  position: row.position,
  kind: row.kind as RowKind,
  line: row.line_id,
  version: row.line_version,
  readingPosition: row.reading_position,
  shown: row.shown as ShownRow,
  undecided: row.undecided,
});

/** Everything that was decided about an edition, by the names of the questions; `names`: only about these. */
export async function decisionsOf({ db }: Within, reading: string, names?: string[]): Promise<Decisions> {
  const rows = db
    .selectFrom('merge_decisions')
    .select(['question', 'decision'])
    .where('reading_id', '=', reading);
  const some = names ? rows.where(sql<boolean>`question = any(${names})`) : rows;
  return new Map((await some.execute()).map(row => [row.question, row.decision as Decision]));
}
