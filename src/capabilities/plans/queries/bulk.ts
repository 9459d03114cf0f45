import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { Change } from '../../../platform/history/history.ts';
import type { Schedule } from '../../../timing/schedule.ts';
import { type Wanted, wantedShape } from '../rules/bulk/wanted.ts';
import type { WhyAlone } from '../rules/bulk/weigh.ts';

export type BulkStatus = 'picked' | 'weighing' | 'weighed' | 'changing' | 'changed' | 'undoing' | 'undone';

export type BulkChange = {
  id: string;
  plan: string | null;
  back: string;
  wanted: Wanted;
  status: BulkStatus;
  lines: number;
  madeAt: Temporal.Instant;
  changedAt: Temporal.Instant | null;
};

/** How long a change of many lines can be looked at and undone. */
export const KEPT_HOURS = 24;

const own = (within: Within, now: Temporal.Instant) =>
  within.db
    .selectFrom('bulk_changes')
    .select(['id', 'plan_id as plan', 'back', 'wanted', 'status', 'lines'])
    .select(['made_at as madeAt', 'changed_at as changedAt'])
    .where('made_by', '=', within.actor.id)
    .where('made_at', '>', now.subtract({ hours: KEPT_HOURS }));

type Row = { wanted: unknown; status: string };
const asChange = <One extends Row>(row: One) => ({
  ...row,
  wanted: wantedShape.parse(row.wanted),
  status: row.status as BulkStatus,
});

/** One's own; what somebody else does or did long ago is not found. */
export async function bulkChange(
  within: Within,
  id: string,
  now: Temporal.Instant,
): Promise<BulkChange | undefined> {
  const row = await own(within, now).where('id', '=', id).executeTakeFirst();
  return row && asChange(row);
}

/** One's own that were done within a day, the last first. */
export async function bulkChanges(within: Within, now: Temporal.Instant): Promise<BulkChange[]> {
  const rows = await own(within, now)
    .where('status', 'not in', ['picked', 'weighing', 'weighed'])
    .orderBy('made_at', 'desc')
    .limit(100)
    .execute();
  return rows.map(asChange);
}

export type Outcome = 'change' | 'alone' | 'changed' | 'undone' | 'kept';
export type Counted = { outcome: Outcome | null; why: WhyAlone | null; lines: number };

/** How many lines there are of each outcome, and why. */
export async function outcomesOf({ db }: Within, change: string): Promise<Counted[]> {
  const rows = await db
    .selectFrom('bulk_change_lines')
    .select(['outcome', 'why', sql<number>`count(*)::int`.as('lines')])
    .where('change_id', '=', change)
    .groupBy(['outcome', 'why'])
    .orderBy('lines', 'desc')
    .execute();
  return rows as Counted[];
}

export type BulkLine = {
  line: string;
  plan: string;
  planTitle: string;
  reference: string;
  position: number | null;
  what: string;
  marking: string | null;
  changes: Change[];
  why: WhyAlone | null;
  /** Who changed it last, where that is why it was left. */
  by: string | null;
};

export const BULK_PAGE = 50;

/** A page of the lines with some outcomes, in the order in which they were picked. */
export async function linesOfChange(
  { db }: Within,
  change: string,
  outcomes: Outcome[],
  page: number,
): Promise<BulkLine[]> {
  const found = await sql<BulkLine>`
    select b.line_id as line, b.plan_id as plan, p.title as "planTitle", coalesce(left(l.reference, 200), '') as reference,
      l.position, left(coalesce(nullif(l.what, ''), nullif(l.recommendation, ''), l.audience, ''), 300) as what,
      l.marking, b.changes, b.why,
      case when b.why = 'changed-meanwhile' then (select h.actor_name from history h
        where h.subject_kind = 'line' and h.subject_id = b.line_id order by h.number desc limit 1) end as by
    from bulk_change_lines b join plans p on p.id = b.plan_id left join lines l on l.id = b.line_id
    where b.change_id = ${change} and b.outcome = any(${outcomes}) order by b.number
    limit ${sql.lit(BULK_PAGE)} offset ${(page - 1) * BULK_PAGE}
  `.execute(db);
  return found.rows;
}

/** How many of the lines the step under way has still to deal with. */
export async function stillToDo(
  { db }: Within,
  { id, status }: Pick<BulkChange, 'id' | 'status'>,
): Promise<number> {
  const { count } = await db
    .selectFrom('bulk_change_lines')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('change_id', '=', id)
    .where(waitingIn(status))
    .executeTakeFirstOrThrow();
  return count;
}

/** Which lines wait for the step that a change is in. */
export const waitingIn = (status: BulkStatus) =>
  status === 'weighing'
    ? sql<boolean>`version is null`
    : sql<boolean>`outcome = ${sql.lit(status === 'undoing' ? 'changed' : 'change')}`;

/** What the words for when were read as, for the first line that they are for. */
export async function timesWanted({ db }: Within, change: string): Promise<Schedule[]> {
  const row = await db
    .selectFrom('bulk_change_lines')
    .select(sql<Schedule[] | null>`after -> 'schedules'`.as('schedules'))
    .where('change_id', '=', change)
    .where(sql<boolean>`after ? 'schedules'`)
    .orderBy('number')
    .limit(1)
    .executeTakeFirst();
  return row?.schedules ?? [];
}
