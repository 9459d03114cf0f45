import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { Outcome } from '../occurrence.ts';
import type { Settleable } from '../rules/settled-as.ts';
import { STANDING, STANDS } from './state-by-day.ts';

/** An occurrence as somebody finds it who says what became of it, or moves it. */
export type OccurrenceNow = Settleable & {
  id: string;
  promise: string;
  from: Temporal.PlainDate;
  by: Temporal.PlainDate;
  firstFrom: Temporal.PlainDate;
  firstBy: Temporal.PlainDate;
  at: string | null;
  graceDays: number;
  outcome: Outcome | null;
  settledBy: string;
  settledAt: Temporal.Instant | null;
  movedWhy: string;
  /** Somebody promises it still, or said already what became of it. */
  stands: boolean;
  version: number;
};

/** Those of these that there are, held until the transaction ends, so that of two who say something one is the first. */
export async function occurrencesNow({ db }: Within, ids: readonly string[]): Promise<OccurrenceNow[]> {
  if (!ids.length) return [];
  const { rows } = await sql<OccurrenceNow>`
    select o.id, o.promise_id as promise, o.from_day as "from", o.by_day as "by", o.first_from as "firstFrom",
      o.first_by as "firstBy", o.at::text as at, p.grace_days as "graceDays", o.outcome, o.settled_by as "settledBy",
      o.settled_at as "settledAt", o.missed_from as "missedFrom", o.due_at as "dueAt", p.conditional,
      o.happening_id is not null as "setOff", o.moved_why as "movedWhy", o.version, ${STANDS} as stands
    from ${STANDING}
    where o.id = any(${[...ids]}::uuid[]) order by o.id for update of o
  `.execute(db);
  return rows;
}

/** Of an update of occurrences `o`: those that were due of somebody while the promise `p`, and their commitment `c`, still held. */
export const OF_ONE_THAT_HOLDS = sql`from commitments c join promises p on p.id = c.promise_id
  where c.id = o.commitment_id and (c.ended_on is null or o.by_day <= c.ended_on)
    and (p.ended_on is null or o.by_day < p.ended_on)`;
