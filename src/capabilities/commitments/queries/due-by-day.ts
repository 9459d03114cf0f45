import { type Compilable, type Kysely, type RawBuilder, sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { OrganisationTables } from '../../../platform/database/tables.ts';
import { writtenOnce } from '../../../platform/database/written-once.ts';
import type { Span } from '../../../timing/calendar.ts';
import { type Filter, isFiltered } from '../rules/asked-occurrences.ts';
import type { Standing } from '../rules/day-entry.ts';
import { conditions } from './occurrence-conditions.ts';
import { STANDING } from './state-by-day.ts';

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

const compiled = (db: Kysely<OrganisationTables>, query: RawBuilder<DayEntry>): Compilable<DayEntry> => ({
  compile: () => query.compile(db),
});

const unfiltered = writtenOnce(
  (db, from: Temporal.PlainDate, by: Temporal.PlainDate, today: Temporal.PlainDate, most: number) =>
    compiled(
      db,
      entries(
        sql`select ${grouped(today)} from occurrences o
          where o.by_day between ${from}::date and ${by}::date group by 1, 2`,
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

/** What is open is only of lines that are there and promises that hold (as STANDS says it of a single one). */
const entries = (counted: RawBuilder<unknown>, from: Temporal.PlainDate, most: number) => sql<DayEntry>`
  with counted as materialized (${counted}), standing as (
    select d.by_day, d.from_day, p.id, p.about, p.line_id, pl.id as plan, pl.title, d.met, d.late,
      'OFFICIAL-SENSITIVE' in (pl.marking, l.marking) as marked,
      d.every - case when holds.yet then 0 else d.unsaid + d.open end as every,
      d.closed + case when holds.yet then d.unsaid else 0 end as missed,
      case when holds.yet then d.open else 0 end as open
    from counted d
    join promises p on p.id = d.promise_id
    join plans pl on pl.id = p.plan_id and pl.removed_at is null
    left join lines l on l.id = p.line_id
    cross join lateral (select (l.id is not null or p.clause_id is not null)
      and (p.ended_on is null or d.by_day < p.ended_on) as yet) holds
  ), placed as (
    select *, row_number() over (partition by by_day order by missed > 0 desc, open > 0 desc, every desc, id) as place,
      (count(*) over (partition by by_day))::int as promises, (sum(every) over (partition by by_day))::int as due
    from standing where every > 0
  )
  select by_day - ${from}::date as day, id as promise, about, plan, title as "planTitle", line_id as line, coalesce(marked, false) as marked,
    case when from_day < by_day then from_day end as "from", every as "all", met, late, missed, open, promises, due
  from placed where place <= ${most} order by by_day, place`;
