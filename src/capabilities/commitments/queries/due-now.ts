import { type RawBuilder, sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { writtenOnce } from '../../../platform/database/written-once.ts';
import type { Spread } from '../promise.ts';
import type { Standing } from '../rules/day-entry.ts';
import {
  CALLED,
  ENDED,
  HOLDS,
  MARKED,
  OCCURRENCES_OF_ALL,
  OF_ONE_THAT_HOLDS,
  PROMISES_THERE,
} from './holding.ts';
import { IS_THEIRS, theirs } from './theirs.ts';
import { worded } from './worded.ts';

/** What of one promise is due on one day, or is late. */
export type DueNow = Omit<Standing, 'missed'> & {
  isLate: boolean;
  promise: string;
  about: string;
  planTitle: string;
  /** The record whose words are marked. */
  marked: string | null;
  spread: Spread | null;
  /** Who does it, where the promise itself or its line says so. */
  owner: string | null;
  /** The last day; of what is late the latest, and the one that is late longest. */
  day: Temporal.PlainDate;
  since: Temporal.PlainDate;
  window: boolean;
  /** The hour of the first that is open, where they have one: "14:00:00". */
  at: string | null;
  /** Set off by something, so that the hour is the last one and not the one at which it begins. */
  setOff: boolean;
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
    sql<DueNow>`with counted as (
        select d.promise_id, true as late, max(d.by_day) as by_day, min(d.by_day) as since, null::date as from_day,
          sum(d.open)::int as every, 0 as met, 0 as met_late, sum(d.open)::int as open
        from promise_days d where d.open > 0 and d.by_day < ${today}::date group by 1
        union all
        select d.promise_id, false, d.by_day, d.by_day, min(d.from_day), sum(d.every)::int, sum(d.met)::int, sum(d.late)::int,
          sum(d.open)::int
        from promise_days d where d.every > 0 and d.by_day between ${today}::date and ${until}::date group by d.promise_id, d.by_day
      ) ${shown(today, most)}`,
  ),
);

const ofOne = writtenOnce(
  (db, account: string, today: Temporal.PlainDate, until: Temporal.PlainDate, most: number) =>
    worded(
      db,
      sql<DueNow>`with ${theirs(account, today)}, ${ENDED}, counted as (
        select t.id as promise_id, d.* from their_promises t cross join lateral (
          select true as late, max(o.by_day) as by_day, min(o.by_day) as since, null::date as from_day,
            count(*)::int as every, 0 as met, 0 as met_late, count(*)::int as open
          from ${OCCURRENCES_OF_ALL}
          where ${OF_ONE_THAT_HOLDS} and o.promise_id = t.id and o.by_day < ${today}::date and o.outcome is null
            and ${IS_THEIRS}
          having count(*) > 0
          union all
          select false, o.by_day, o.by_day, ${COUNTS}
          from ${OCCURRENCES_OF_ALL}
          where ${OF_ONE_THAT_HOLDS} and o.promise_id = t.id and o.by_day between ${today}::date and ${until}::date
            and ${IS_THEIRS}
          group by o.by_day) d
      ) ${shown(today, most)}`,
    ),
);

const COUNTS: RawBuilder<unknown> = sql`min(o.from_day), count(*)::int,
  (count(*) filter (where o.outcome = 'met'))::int, (count(*) filter (where o.outcome = 'late'))::int,
  (count(*) filter (where o.outcome is null))::int`;

/** Looked up for the few that are shown, and of them only where the series can have an hour: no index has it. */
const HOUR: RawBuilder<unknown> = sql`case when not s.late and (s.series ? 'at' or s.series ->> 'kind' in ('triggered', 'beside')) then
      (select min(o.at) from occurrences o where o.promise_id = s.promise_id and o.by_day = s.by_day and o.outcome is null) end`;

/** The latest of what is late first, of what is to come the next. */
const shown = (today: Temporal.PlainDate, most: number): RawBuilder<unknown> => sql`, placed as (
    select d.*, ${CALLED}, p.spread, p.series, coalesce(p.owner_id, p.line_owner_id) as owner_id,
      row_number() over its_kind as place, (count(*) over its_kind)::int as entries
    from counted d join ${PROMISES_THERE} on p.id = d.promise_id
    where d.open > 0 and ${HOLDS}
    window its_kind as (partition by d.late, d.by_day = ${today}::date order by abs(d.by_day - ${today}::date), d.open desc, d.promise_id
      rows between unbounded preceding and unbounded following)
  )
  select s.late as "isLate", s.promise_id as promise, s.about, s."planTitle", ${MARKED} as marked, s.spread, w.name as owner,
    s.by_day as day, s.since, coalesce(s.from_day < s.by_day, false) as "window", ${HOUR} as at,
    s.series ->> 'kind' = 'triggered' as "setOff", s.every as "all", s.met, s.met_late as late, s.open, s.entries
  from placed s left join owners w on w.id = s.owner_id
  where s.place <= ${most} order by s.late desc, s.place`;
