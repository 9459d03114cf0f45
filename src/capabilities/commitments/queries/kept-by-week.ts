import { type RawBuilder, sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { writtenOnce } from '../../../platform/database/written-once.ts';
import type { Span } from '../../../timing/calendar.ts';
import { ENDED, HOLDS, OCCURRENCES_OF_ALL, OF_ONE_THAT_HOLDS, PROMISES_THERE } from './holding.ts';
import { IS_THEIRS, theirs } from './theirs.ts';
import { worded } from './worded.ts';

/** Of a week, counted from the first: how many were met on time, and of how many that counts. */
export type KeptWeek = { week: number; met: number; counted: number };

type Weeks = Span & { today: Temporal.PlainDate };

/** How promises were kept, week by week: met on time, of those met, late and missed. */
export const keptOfAll = (within: Within, { from, by, today }: Weeks): Promise<KeptWeek[]> =>
  (within.sight ? ofAllSeen : ofAll)(within, from, by, today);

export const keptOfOne = (within: Within, account: string, { from, by, today }: Weeks): Promise<KeptWeek[]> =>
  ofOne(within, account, from, by, today);

/** What was settled stands in tallies; what is open and missed by now is counted, of promises that hold. */
const ofAll = writtenOnce((db, from: Temporal.PlainDate, by: Temporal.PlainDate, today: Temporal.PlainDate) =>
  worded(
    db,
    sql<KeptWeek>`select week, sum(met)::int as met, sum(counted)::int as counted from (
        select (t.week - ${from}::date) / 7 as week, t.met, t.met + t.late + t.missed as counted
        from kept_tallies t
        where t.week between ${from}::date and ${by}::date and t.plan_id in (select id from plans where removed_at is null)
        union all
        select (d.by_day - ${from}::date) / 7, 0, d.open
        from promise_days d join ${PROMISES_THERE} on p.id = d.promise_id
        where d.open > 0 and d.by_day between ${from}::date and ${by}::date and d.missed_from <= ${today}::date and ${HOLDS}) weeks
      group by 1 order by 1`,
  ),
);

/** Counted anew, of what they may see: tallies of plans are everybody's. */
const ofAllSeen = writtenOnce(
  (db, from: Temporal.PlainDate, by: Temporal.PlainDate, today: Temporal.PlainDate) =>
    worded(
      db,
      sql<KeptWeek>`with counted as (
        select d.promise_id, d.by_day, d.met, u.unsaid, d.met + d.late + d.missed + u.unsaid as every from promise_days d
        cross join lateral (select case when d.missed_from <= ${today}::date then d.open else 0 end as unsaid) u
        where d.by_day between ${from}::date and ${by}::date and d.met + d.late + d.missed + u.unsaid > 0
      ) ${byWeek(from)}`,
    ),
);

const ofOne = writtenOnce(
  (db, account: string, from: Temporal.PlainDate, by: Temporal.PlainDate, today: Temporal.PlainDate) =>
    worded(
      db,
      sql<KeptWeek>`with ${theirs(account, today)}, ${ENDED}, counted as (
        select t.id as promise_id, d.* from their_promises t cross join lateral (
          select o.by_day, ${COUNTS} from ${OCCURRENCES_OF_ALL}
          where ${OF_ONE_THAT_HOLDS} and o.promise_id = t.id and ${counting(from, by, today)} and ${IS_THEIRS} group by 1) d
      ) ${byWeek(from)}`,
    ),
);

const counting = (
  from: Temporal.PlainDate,
  by: Temporal.PlainDate,
  today: Temporal.PlainDate,
): RawBuilder<unknown> => sql`o.by_day between ${from}::date and ${by}::date
  and (o.outcome in ('met', 'late', 'missed') or (o.outcome is null and o.missed_from <= ${today}::date))`;

const COUNTS: RawBuilder<unknown> = sql`count(*) filter (where o.outcome = 'met') as met,
  count(*) filter (where o.outcome is null) as unsaid, count(*) as every`;

const byWeek = (from: Temporal.PlainDate): RawBuilder<unknown> => sql`
  select (d.by_day - ${from}::date) / 7 as week, sum(d.met)::int as met,
    sum(case when ${HOLDS} then d.every else d.every - d.unsaid end)::int as counted
  from counted d join ${PROMISES_THERE} on p.id = d.promise_id group by 1 order by 1`;
