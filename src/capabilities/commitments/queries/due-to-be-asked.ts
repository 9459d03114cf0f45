import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { STANDING, STANDS, WHO_DOES_IT } from './state-by-day.ts';
import { type Horizons, isNear } from './tempo.ts';

/** An occurrence about which somebody is to be asked, with whoever does it. */
export type ToAsk = {
  id: string;
  promise: string;
  owner: string;
  by: Temporal.PlainDate;
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
  const since = today.subtract(LOOKED_BACK).toString();
  const last = horizons.ahead.at(-1)!.until.toString();
  const { rows } = await sql<ToAsk>`
    select o.id, p.id as promise, ${WHO_DOES_IT} as owner, o.by_day as by, p.conditional, p.held_only as "heldOnly",
      o.asked_on is not null as again
    from ${STANDING}
    where ${STANDS} and o.outcome is null and ${WHO_DOES_IT} is not null
      and o.by_day >= ${since}::date and coalesce(o.pace, o.by_day) <= ${last}::date and ${isNear(horizons)}
      and (o.asked_on is null or (o.asked_on <= o.by_day and o.by_day < ${today.toString()}::date))
    order by p.id, ${WHO_DOES_IT}, o.by_day, c.for_name, o.id limit ${most} for no key update of o`.execute(
    db,
  );
  return rows;
}
