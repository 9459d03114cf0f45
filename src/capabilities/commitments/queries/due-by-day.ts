import { type RawBuilder, sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { writtenOnce } from '../../../platform/database/written-once.ts';
import type { Span } from '../../../timing/calendar.ts';
import { type Filter, isFiltered } from '../rules/asked-occurrences.ts';
import type { Standing } from '../rules/day-entry.ts';
import { ENDED, HOLDING, OCCURRENCES_OF_ALL, OF_ONE_THAT_HOLDS, SHOWN, SHOWN_COLUMNS } from './holding.ts';
import { conditions } from './occurrence-conditions.ts';
import { STANDING } from './state-by-day.ts';
import { worded } from './worded.ts';

/** The occurrences of one promise that end on one day. */
export type DayEntry = Standing & {
  /** Counted from the first day of the span. */
  day: number;
  promise: string;
  about: string;
  plan: string;
  planTitle: string;
  line: string | null;
  marked: boolean;
  /** Of a window, its first day; null where it is that one day. */
  from: Temporal.PlainDate | null;
  /** How many promises the day has, and how many occurrences. */
  promises: number;
  due: number;
};

/**
 * What ends on each day of a span, promise by promise: of each day the few that ask for most attention, and how many there
 * are. Counted before anything is looked up: a month has thousands of occurrences and a person reads a hundred lines.
 */
export function dueByDay(
  within: Within,
  { from, by }: Span,
  filter: Filter,
  { today, most }: { today: Temporal.PlainDate; most: number },
): Promise<DayEntry[]> {
  if (!isFiltered({ ...filter, from: undefined, by: undefined }))
    return unfiltered(within, from, by, today, most);
  const asked = { ...filter, from: from.toString(), by: by.toString() };
  const counted = sql`select ${grouped(today)} from ${STANDING} where ${conditions(asked, today)} group by 1, 2`;
  return sql<DayEntry>`${entries(counted, from, most)}`.execute(within.db).then(({ rows }) => rows);
}

const unfiltered = writtenOnce(
  (db, from: Temporal.PlainDate, by: Temporal.PlainDate, today: Temporal.PlainDate, most: number) =>
    worded(
      db,
      entries(
        sql`select ${grouped(today)} from ${OCCURRENCES_OF_ALL}
          where o.by_day between ${from}::date and ${by}::date and ${OF_ONE_THAT_HOLDS} group by 1, 2`,
        from,
        most,
      ),
    ),
);

/** By day and promise; `unsaid`: missed, and nobody has said so. */
const grouped = (today: Temporal.PlainDate): RawBuilder<unknown> => sql`o.by_day, o.promise_id,
  min(o.from_day) as from_day, count(*)::int as every,
  (count(*) filter (where o.outcome = 'met'))::int as met,
  (count(*) filter (where o.outcome = 'late'))::int as late,
  (count(*) filter (where o.outcome = 'missed'))::int as closed,
  (count(*) filter (where o.outcome is null and o.missed_from <= ${today}::date))::int as unsaid,
  (count(*) filter (where o.outcome is null and o.missed_from > ${today}::date))::int as open`;

const entries = (counted: RawBuilder<unknown>, from: Temporal.PlainDate, most: number) => sql<DayEntry>`
  with ${ENDED}, counted as materialized (${counted}), ${HOLDING}, standing as (
    select d.by_day, d.from_day, d.promise_id, d.met, d.late, d.closed + d.unsaid * yet.holds as missed, d.open * yet.holds as open,
      d.every - (d.unsaid + d.open) * (1 - yet.holds) as every
    from counted d join holding h on h.id = d.promise_id
    cross join lateral (select (h.there and d.by_day < h.ended_on)::int as holds) yet
  ), placed as (
    select *, row_number() over (partition by by_day order by missed > 0 desc, open > 0 desc, every desc, promise_id) as place,
      (count(*) over (partition by by_day))::int as promises, (sum(every) over (partition by by_day))::int as due
    from standing where every > 0
  )
  select s.by_day - ${from}::date as day, ${SHOWN_COLUMNS}, case when s.from_day < s.by_day then s.from_day end as "from",
    s.every as "all", s.met, s.late, s.missed, s.open, s.promises, s.due
  from placed s ${SHOWN} where s.place <= ${most} order by s.by_day, s.place`;
