import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { Series } from '../../../timing/series/series.ts';
import type { OccurrenceState, Outcome } from '../occurrence.ts';
import { STANDING, STANDS, stateByDay, WHO_DOES_IT } from './state-by-day.ts';

type Day = Temporal.PlainDate;

/** One time at which a promise is due, with all that its page says. */
export type ShownOccurrence = {
  id: string;
  version: number;
  commitment: string;
  from: Day;
  by: Day;
  /** "18:30" */
  at: string | null;
  dueAt: Temporal.Instant | null;
  firstFrom: Day;
  firstBy: Day;
  missedFrom: Day;
  state: OccurrenceState;
  outcome: Outcome | null;
  doneOn: Day | null;
  wasMissed: boolean;
  reason: string;
  settledAt: Temporal.Instant | null;
  settledBy: string;
  settling: string | null;
  movedWhy: string;
  /** Its line, promise and whom it is for are there, so that it is due at all. */
  stands: boolean;
  promise: string;
  about: string;
  phrase: string;
  series: Series;
  conditional: boolean;
  heldOnly: boolean;
  graceDays: number;
  forName: string;
  plan: string;
  planTitle: string;
  line: string | null;
  owner: string | null;
  ownerName: string | null;
  happening: string | null;
  happeningTitle: string | null;
};

export async function shownOccurrence(
  { db }: Within,
  id: string,
  today: Day,
): Promise<ShownOccurrence | undefined> {
  const { rows } = await sql<ShownOccurrence>`
    select o.id, o.version, o.commitment_id as commitment, o.from_day as "from", o.by_day as "by",
      to_char(o.at, 'HH24:MI') as at, o.due_at as "dueAt", o.first_from as "firstFrom", o.first_by as "firstBy",
      o.missed_from as "missedFrom", ${stateByDay(today)} as state, o.outcome, o.done_on as "doneOn",
      o.was_missed as "wasMissed", o.reason, o.settled_at as "settledAt", o.settled_by as "settledBy",
      o.settling_id as settling, o.moved_why as "movedWhy", ${STANDS} as stands, p.id as promise, p.about, p.phrase,
      coalesce(c.series, p.series) as series, p.conditional, p.held_only as "heldOnly", p.grace_days as "graceDays",
      c.for_name as "forName", pl.id as plan, pl.title as "planTitle", l.id as line, w.id as owner,
      w.name as "ownerName", h.id as happening,
      h.title || case when h.undone_at is null then '' else ' (recorded by mistake)' end as "happeningTitle"
    from ${STANDING} left join owners w on w.id = ${WHO_DOES_IT} left join happenings h on h.id = o.happening_id
    where o.id = ${id}
  `.execute(db);
  return rows[0];
}

export type NearBy = { id: string; by: Day; state: OccurrenceState };

/** How many of the same commitment are drawn before one, and how many after it. */
const BEFORE = 9;
const AFTER = 3;

/** The one itself among those before and after it that are kept for the same, oldest first. */
export async function nearBy(
  { db }: Within,
  { commitment, by, id }: Pick<ShownOccurrence, 'commitment' | 'by' | 'id'>,
  today: Day,
): Promise<NearBy[]> {
  const { rows } = await sql<NearBy>`
    select id, by, state from (
      (select o.id, o.by_day as by, ${stateByDay(today)} as state from occurrences o
        where o.commitment_id = ${commitment} and (o.by_day, o.id) <= (${by}::date, ${id}::uuid)
        order by o.by_day desc, o.id desc limit ${sql.lit(BEFORE + 1)})
      union all
      (select o.id, o.by_day, ${stateByDay(today)} from occurrences o
        where o.commitment_id = ${commitment} and (o.by_day, o.id) > (${by}::date, ${id}::uuid)
        order by o.by_day, o.id limit ${sql.lit(AFTER)})) near
    order by by, id
  `.execute(db);
  return rows;
}
