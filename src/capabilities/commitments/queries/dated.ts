import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { Shift } from '../../../timing/series/known.ts';
import type { Undated } from './undated.ts';

/**
 * Of one promise, of all that hang on a calendar, or of all there are; `working`: only those whose days are counted by days
 * that are worked, where days that are not are shifted so.
 */
export type WhichDated = {
  promise?: string | undefined;
  calendar?: string | undefined;
  working?: Shift | undefined;
};

/** A commitment whose dates are written down, up to and with a day. */
export type Dated = Undated & { until: Temporal.PlainDate };

/** The next of them by their identifiers, held until the transaction ends, so that nobody writes dates down beside. */
export async function nextDated(
  { db }: Within,
  { promise, calendar, working }: WhichDated,
  { after, today, most }: { after: string; today: Temporal.PlainDate; most: number },
): Promise<Dated[]> {
  const series = sql`coalesce(c.series, p.series)`;
  const hung = sql`${series}->>'kind' = 'beside' and ${series}->>'calendar'`;
  const counted = sql`'working-day' in (${series}->'days'->'far'->>'unit', coalesce(${series}->'period', ${series}->'look')->>'unit')`;
  const shifted = working && working !== 'none' ? sql`or ${series}->>'kind' = 'rule'` : sql``;
  const { rows } = await sql<Dated>`
    select c.id, c.promise_id as promise, ${series} as series,
      greatest(${today}::date, c.starts_on) as "from", c.dated_until as until, c.starts_on as "startsOn",
      least(c.ended_on, p.ended_on - 1) as "endsOn", p.grace_days as "graceDays",
      p.postponed_until as "postponedUntil", p.postponed_why as "postponedWhy"
    from commitments c join promises p on p.id = c.promise_id
    where c.id > ${after}::uuid and c.dated_until >= ${today}::date
      ${promise ? sql`and p.id = ${promise}` : sql``} ${calendar ? sql`and ${hung} = ${calendar}` : sql``}
      ${working ? sql`and (${counted} ${shifted})` : sql``}
    order by c.id limit ${most} for update of c for share of p
  `.execute(db);
  return rows;
}
