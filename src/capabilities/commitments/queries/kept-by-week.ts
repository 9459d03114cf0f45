import { type RawBuilder, sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { writtenOnce } from '../../../platform/database/written-once.ts';
import type { Span } from '../../../timing/calendar.ts';
import { theirs } from './theirs.ts';
import { worded } from './worded.ts';

/** Of a week, counted from the first: how many were met on time, and of how many that counts. */
export type KeptWeek = { week: number; met: number; counted: number };

type Weeks = Span & { today: Temporal.PlainDate };

/** How promises were kept, week by week: met on time, of those met, late and missed. */
export const keptOfAll = (within: Within, { from, by, today }: Weeks): Promise<KeptWeek[]> =>
  ofAll(within, from, by, today);

export const keptOfOne = (within: Within, account: string, { from, by, today }: Weeks): Promise<KeptWeek[]> =>
  ofOne(within, account, from, by, today);

const ofAll = writtenOnce((db, from: Temporal.PlainDate, by: Temporal.PlainDate, today: Temporal.PlainDate) =>
  worded(
    db,
    sql<KeptWeek>`with counted as materialized (
        select o.promise_id, ${counts(from)} from occurrences o
        where o.by_day between ${from}::date and ${by}::date and ${counting(today)} group by 1, 2
      ) ${ofWeeks}`,
  ),
);

const ofOne = writtenOnce(
  (db, account: string, from: Temporal.PlainDate, by: Temporal.PlainDate, today: Temporal.PlainDate) =>
    worded(
      db,
      sql<KeptWeek>`with ${theirs(account, today)}, counted as materialized (
        select t.id as promise_id, d.* from their_promises t cross join lateral (
          select ${counts(from)} from occurrences o
          where o.promise_id = t.id and o.by_day between ${from}::date and ${by}::date and ${counting(today)}
            and o.commitment_id in (select id from their_commitments)
          group by 1) d
      ) ${ofWeeks}`,
    ),
);

const counts = (from: Temporal.PlainDate): RawBuilder<unknown> => sql`(o.by_day - ${from}::date) / 7 as week,
  count(*) filter (where o.outcome = 'met') as met, count(*) filter (where o.outcome is null) as unsaid, count(*) as every`;

const counting = (today: Temporal.PlainDate): RawBuilder<unknown> =>
  sql`(o.outcome in ('met', 'late', 'missed') or (o.outcome is null and o.missed_from <= ${today}::date))`;

/** What nobody has said counts as missed where its line is there and its promise holds. */
const ofWeeks: RawBuilder<unknown> = sql`
  select d.week, sum(d.met)::int as met, sum(d.every - case when l.id is null and p.clause_id is null then d.unsaid else 0 end)::int as counted
  from counted d join promises p on p.id = d.promise_id join plans pl on pl.id = p.plan_id and pl.removed_at is null
  left join lines l on l.id = p.line_id group by 1 order by 1`;
