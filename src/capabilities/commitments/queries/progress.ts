import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';

/** How a promise stands in the period that it is now, else in the last one: "41 of 48 met, by 30 June". */
export type Progress = {
  promise: string;
  /** The last day of that period; null where nothing was due yet. */
  by: Temporal.PlainDate | null;
  met: number;
  /** Of how many: excused ones and those that did not apply are left out. */
  of: number;
  /** The last day of the next that is open. */
  next: Temporal.PlainDate | null;
};

/** Of many at once; each looks at its own dates alone. */
export async function progressOf(
  { db }: Within,
  promises: readonly string[],
  today: Temporal.PlainDate,
): Promise<Map<string, Progress>> {
  if (!promises.length) return new Map();
  const { rows } = await sql<Progress>`
    select p.id as promise, d.by, coalesce(t.met, 0) as met, coalesce(t."of", 0) as "of", n.next
    from unnest(${promises}::uuid[]) as p (id)
    cross join lateral (select coalesce(
      (select o.by_day from occurrences o where o.promise_id = p.id and o.by_day between ${today} and ${today.add({ days: 366 })}
        and o.from_day <= ${today} order by o.by_day limit 1),
      (select max(o.by_day) from occurrences o where o.promise_id = p.id and o.by_day < ${today})) as by) d
    left join lateral (
      select (count(*) filter (where o.outcome in ('met', 'late')))::int as met, count(*)::int as "of"
      from occurrences o join commitments c on c.id = o.commitment_id
      where o.promise_id = p.id and o.by_day = d.by and (c.ended_on is null or o.outcome is not null)
        and o.outcome is distinct from 'excused' and o.outcome is distinct from 'not-triggered'
        and o.outcome is distinct from 'postponed' and o.outcome is distinct from 'nothing') t on true
    left join lateral (
      select min(o.by_day) as next from occurrences o
      where o.promise_id = p.id and o.outcome is null and o.by_day >= ${today}) n on true`.execute(db);
  return new Map(rows.map(row => [row.promise, row]));
}
