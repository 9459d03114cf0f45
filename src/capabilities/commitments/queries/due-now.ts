import { type RawBuilder, sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { writtenOnce } from '../../../platform/database/written-once.ts';
import type { Spread } from '../promise.ts';
import type { Standing } from '../rules/day-entry.ts';
import { theirs } from './theirs.ts';
import { worded } from './worded.ts';

/** What of one promise is due on one day, or is late. */
export type DueNow = Omit<Standing, 'missed'> & {
  isLate: boolean;
  promise: string;
  about: string;
  plan: string;
  planTitle: string;
  line: string | null;
  marked: boolean;
  spread: Spread | null;
  /** Who does it, where the promise itself or its line says so. */
  owner: string | null;
  /** The last day; of what is late the latest, and the one that is late longest. */
  day: Temporal.PlainDate;
  since: Temporal.PlainDate;
  window: boolean;
  /** How many of late ones, of today's and of those to come there are, that are shown or not. */
  entries: number;
};

type Days = { today: Temporal.PlainDate; until: Temporal.PlainDate; most: number };

/** What is late, what is due today and until a day, of everybody's promises. */
export const dueOfAll = (within: Within, { today, until, most }: Days): Promise<DueNow[]> =>
  ofAll(within, today, until, most);

/** The same of those that somebody's account does, by the names of the register that mean them today. */
export const dueOfOne = (within: Within, account: string, { today, until, most }: Days): Promise<DueNow[]> =>
  ofOne(within, account, today, until, most);

const ofAll = writtenOnce((db, today: Temporal.PlainDate, until: Temporal.PlainDate, most: number) =>
  worded(
    db,
    sql<DueNow>`with counted as materialized (
        select o.promise_id, true as late, max(o.by_day) as by_day, min(o.by_day) as since, null::date as from_day,
          count(*)::int as every, 0 as met, 0 as met_late, count(*)::int as open
        from occurrences o where o.outcome is null and o.by_day < ${today}::date group by 1
        union all
        select o.promise_id, false, o.by_day, o.by_day, ${COUNTS}
        from occurrences o where o.by_day between ${today}::date and ${until}::date group by o.promise_id, o.by_day
      ) ${shown(today, most)}`,
  ),
);

const ofOne = writtenOnce(
  (db, account: string, today: Temporal.PlainDate, until: Temporal.PlainDate, most: number) =>
    worded(
      db,
      sql<DueNow>`with ${theirs(account, today)}, counted as materialized (
        select t.id as promise_id, d.* from their_promises t cross join lateral (
          select true as late, max(o.by_day) as by_day, min(o.by_day) as since, null::date as from_day,
            count(*)::int as every, 0 as met, 0 as met_late, count(*)::int as open
          from occurrences o
          where o.promise_id = t.id and o.by_day < ${today}::date and o.outcome is null
            and o.commitment_id in (select id from their_commitments)
          having count(*) > 0
          union all
          select false, o.by_day, o.by_day, ${COUNTS}
          from occurrences o
          where o.promise_id = t.id and o.by_day between ${today}::date and ${until}::date
            and o.commitment_id in (select id from their_commitments)
          group by o.by_day) d
      ) ${shown(today, most)}`,
    ),
);

const COUNTS: RawBuilder<unknown> = sql`min(o.from_day), count(*)::int,
  (count(*) filter (where o.outcome = 'met'))::int, (count(*) filter (where o.outcome = 'late'))::int,
  (count(*) filter (where o.outcome is null))::int`;

/** Of lines that are there and promises that hold; the latest of late ones first, of those to come the next. */
const shown = (today: Temporal.PlainDate, most: number): RawBuilder<unknown> => sql`, placed as (
    select d.*, p.about, p.line_id, p.spread, pl.id as plan, pl.title, coalesce(p.owner_id, l.accountable_id) as owner_id,
      coalesce('OFFICIAL-SENSITIVE' in (pl.marking, l.marking), false) as marked,
      row_number() over (partition by d.late, d.by_day = ${today}::date
        order by case when d.late then ${today}::date - d.by_day else d.by_day - ${today}::date end, d.open desc, p.id) as place,
      (count(*) over (partition by d.late, d.by_day = ${today}::date))::int as entries
    from counted d
    join promises p on p.id = d.promise_id
    join plans pl on pl.id = p.plan_id and pl.removed_at is null
    left join lines l on l.id = p.line_id
    where d.open > 0 and (l.id is not null or p.clause_id is not null)
      and (p.ended_on is null or d.by_day < p.ended_on)
  )
  select late as "isLate", promise_id as promise, about, plan, title as "planTitle", line_id as line, marked, spread,
    (select w.name from owners w where w.id = owner_id) as owner, by_day as day, since,
    coalesce(from_day < by_day, false) as "window", every as "all", met, met_late as late, open, entries
  from placed where place <= ${most} order by placed.late desc, place`;
