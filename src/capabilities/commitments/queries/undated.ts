import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { Series } from '../../../timing/series/series.ts';

/** A commitment whose dates are not written down as far as is wanted. */
export type Undated = {
  id: string;
  promise: string;
  series: Series;
  /** The first day that is not written down yet. */
  from: Temporal.PlainDate;
  startsOn: Temporal.PlainDate;
  endsOn: Temporal.PlainDate | null;
  graceDays: number;
  /** The promise is put off until then: what is due before is not asked for. */
  postponedUntil: Temporal.PlainDate | null;
  postponedWhy: string;
};

/**
 * The next whose dates end before a day, those of one series beside each other; held until the transaction ends, so that two
 * workers stand in line; or, `passing`, goes by what another has in hand. What something must set off has no dates before that.
 */
export async function nextUndated(
  { db }: Within,
  {
    promise,
    before,
    most,
    passing = false,
  }: { promise?: string; before: Temporal.PlainDate; most: number; passing?: boolean },
): Promise<Undated[]> {
  const { rows } = await sql<Undated>`
    select c.id, c.promise_id as promise, coalesce(c.series, p.series) as series,
      coalesce(c.dated_until + 1, c.starts_on) as "from", c.starts_on as "startsOn",
      least(c.ended_on, p.ended_on - 1) as "endsOn", p.grace_days as "graceDays",
      p.postponed_until as "postponedUntil", p.postponed_why as "postponedWhy"
    from commitments c join promises p on p.id = c.promise_id
    where (c.dated_until is null or c.dated_until < ${before})
      and (c.dated_until is null or least(c.ended_on, p.ended_on - 1) is null or c.dated_until < least(c.ended_on, p.ended_on - 1))
      and coalesce(c.series, p.series)->>'kind' <> 'triggered'
      ${promise ? sql`and p.id = ${promise}` : sql``}
    order by coalesce(c.series, p.series)::text, c.id limit ${most} ${passing ? sql`for update of c skip locked` : sql`for update of c`} for share of p
  `.execute(db);
  return rows;
}
