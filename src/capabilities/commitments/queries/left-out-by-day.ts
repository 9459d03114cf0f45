import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { Span } from '../../../timing/calendar.ts';
import { type Filter, isFiltered } from '../rules/asked-occurrences.ts';
import { type LeftOut, leftOut } from '../rules/day-entry.ts';
import type { DayEntry } from './due-by-day.ts';
import { conditions } from './occurrence-conditions.ts';
import { STANDING } from './state-by-day.ts';

type Counted = LeftOut & { day: number; promise: string };

/**
 * Of those entries of which something does not count, why it does not: told apart for the few that are shown, and not for
 * all that there are.
 */
export async function leftOutByDay(
  { db }: Within,
  span: Span,
  filter: Filter,
  { today, entries }: { today: Temporal.PlainDate; entries: readonly DayEntry[] },
): Promise<Counted[]> {
  const some = entries.filter(entry => leftOut(entry) > 0);
  if (!some.length) return [];
  const { from } = span;
  const asked = { ...filter, from: from.toString(), by: span.by.toString() };
  const which = isFiltered({ ...filter, from: undefined, by: undefined })
    ? sql`${STANDING} where ${conditions(asked, today)} and`
    : sql`occurrences o where`;
  const { rows } = await sql<Counted>`
    select o.by_day - ${from}::date as day, o.promise_id as promise,
      (count(*) filter (where o.outcome = 'excused'))::int as excused,
      (count(*) filter (where o.outcome = 'nothing'))::int as nothing,
      (count(*) filter (where o.outcome = 'not-triggered'))::int as "notTriggered",
      (count(*) filter (where o.outcome = 'postponed'))::int as postponed
    from ${which} o.outcome in ('excused', 'nothing', 'not-triggered', 'postponed') and (o.by_day, o.promise_id) in (
      select ${from}::date + of.day, of.promise
      from unnest(${some.map(({ day }) => day)}::int[], ${some.map(({ promise }) => promise)}::uuid[]) of (day, promise))
    group by 1, 2`.execute(db);
  return rows;
}
