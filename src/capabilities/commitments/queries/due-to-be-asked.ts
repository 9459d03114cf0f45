import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { STANDING, STANDS, WHO_DOES_IT } from './state-by-day.ts';
import { type Horizons, isNear } from './tempo.ts';

/** An occurrence about which somebody is to be asked, with whoever does it. */
export type ToAsk = {
  id: string;
  promise: string;
  owner: string;
  /** '' where the promise is kept once for all. */
  forName: string;
  by: Temporal.PlainDate;
  /** Where the limit runs from the minute: the moment. */
  dueAt: Temporal.Instant | null;
  conditional: boolean;
  heldOnly: boolean;
  /** Nobody said what became of it when it was asked about before it was due. */
  again: boolean;
};

/** Nobody remembers further back: what is older stays missed until somebody says otherwise. */
const LOOKED_BACK = { days: 31 };

/**
 * What is due soon, or overdue, and nobody was asked about; and what was asked about before its day and left open. Those of
 * one promise beside each other; held, so that two workers ask once.
 */
export async function dueToBeAsked(
  { db }: Within,
  today: Temporal.PlainDate,
  { horizons, most }: { horizons: Horizons; most: number },
): Promise<ToAsk[]> {
  const since = sql`${today.subtract(LOOKED_BACK).toString()}::date`;
  const yesterday = sql`${today.subtract({ days: 1 }).toString()}::date`;
  const { rows } = await sql<ToAsk>`
    with near as (
      select n.id from occurrences n
      where n.outcome is null and n.asked_on is null and n.by_day >= ${since} and coalesce(n.pace, n.by_day) <= ${furthest(horizons)}
      union all
      select n.id from occurrences n
      where n.outcome is null and n.asked_on <= n.by_day and n.by_day between ${since} and ${yesterday})
    select o.id, p.id as promise, ${WHO_DOES_IT} as owner, c.for_name as "forName", o.by_day as by, o.due_at as "dueAt", p.conditional, p.held_only as "heldOnly",
      o.asked_on is not null as again
    from ${STANDING}
    where o.id in (select id from near) and ${STANDS} and o.outcome is null and ${WHO_DOES_IT} is not null
      and ${isNear(horizons)}
      -- said again, since only what is said of the row itself is looked at anew where another worker held it
      and (o.asked_on is null or o.asked_on <= o.by_day and o.by_day <= ${yesterday})
    order by p.id, ${WHO_DOES_IT}, o.by_day, c.for_name, o.id limit ${most} for no key update of o`.execute(
    db,
  );
  return rows;
}

/** What something that happened made due within hours, and nobody was asked about. */
export async function dueWithinHours({ db }: Within, happening: string): Promise<ToAsk[]> {
  const { rows } = await sql<ToAsk>`
    select o.id, p.id as promise, ${WHO_DOES_IT} as owner, c.for_name as "forName", o.by_day as by, o.due_at as "dueAt", p.conditional, p.held_only as "heldOnly",
      false as again
    from ${STANDING}
    where o.happening_id = ${happening} and o.due_at is not null and ${STANDS} and o.outcome is null
      and o.asked_on is null and ${WHO_DOES_IT} is not null
    order by p.id, ${WHO_DOES_IT}, o.by_day, c.for_name, o.id for no key update of o`.execute(db);
  return rows;
}

/** No promise is asked about further ahead than the one of most warning; dates stand written for a year and a half. */
const furthest = ({
  weekly,
  daily,
  ahead,
}: Horizons) => sql`greatest(${weekly.toString()}::date, ${daily.toString()}::date,
  (${ahead.map(({ until }) => until.toString())}::date[])[(select coalesce(max(w.warning_days), 0) from promises w) + 1])`;
