import { type RawBuilder, sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { writtenOnce } from '../../../platform/database/written-once.ts';
import type { Span } from '../../../timing/calendar.ts';
import { type Filter, isFiltered } from '../rules/asked-occurrences.ts';
import type { Told } from '../rules/day-entry.ts';
import { CALLED, HOLDS, MARKED, PROMISES_THERE } from './holding.ts';
import { conditions } from './occurrence-conditions.ts';
import { STANDING } from './state-by-day.ts';
import { worded } from './worded.ts';

/** The occurrences of one promise that end on one day. */
export type DayEntry = Told & {
  /** Counted from the first day of the span. */
  day: number;
  promise: string;
  about: string;
  /** The record whose words are marked. */
  marked: string | null;
  /** May be done on days before; and whether the first of them has come. */
  window: boolean;
  begun: boolean;
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
  return sql<DayEntry>`${entries(counted, { from, today, most })}`
    .execute(within.db)
    .then(({ rows }) => rows);
}

const unfiltered = writtenOnce(
  (db, from: Temporal.PlainDate, by: Temporal.PlainDate, today: Temporal.PlainDate, most: number) =>
    worded(
      db,
      entries(
        sql`select d.by_day, d.promise_id, min(d.from_day) as from_day, sum(d.every)::int as every, sum(d.met)::int as met,
            sum(d.late)::int as late, sum(d.missed)::int as closed, sum(d.excused)::int as excused, sum(d.nothing)::int as nothing,
            sum(d.not_triggered)::int as not_triggered, sum(d.postponed)::int as postponed,
            coalesce(sum(d.open) filter (where d.missed_from <= ${today}::date), 0)::int as unsaid,
            coalesce(sum(d.open) filter (where d.missed_from > ${today}::date), 0)::int as open
          from promise_days d where d.every > 0 and d.by_day between ${from}::date and ${by}::date group by 1, 2`,
        { from, today, most },
      ),
    ),
);

/** By day and promise; `unsaid`: missed, and nobody has said so. */
const grouped = (today: Temporal.PlainDate): RawBuilder<unknown> => sql`o.by_day, o.promise_id,
  min(o.from_day) as from_day, count(*)::int as every,
  (count(*) filter (where o.outcome = 'met'))::int as met,
  (count(*) filter (where o.outcome = 'late'))::int as late,
  (count(*) filter (where o.outcome = 'missed'))::int as closed,
  (count(*) filter (where o.outcome = 'excused'))::int as excused,
  (count(*) filter (where o.outcome = 'nothing'))::int as nothing,
  (count(*) filter (where o.outcome = 'not-triggered'))::int as not_triggered,
  (count(*) filter (where o.outcome = 'postponed'))::int as postponed,
  (count(*) filter (where o.outcome is null and o.missed_from <= ${today}::date))::int as unsaid,
  (count(*) filter (where o.outcome is null and o.missed_from > ${today}::date))::int as open`;

type Shown = { from: Temporal.PlainDate; today: Temporal.PlainDate; most: number };

/** What is open counts where it still holds. Some hundreds are called by their names, half of them are shown. */
const entries = (counted: RawBuilder<unknown>, { from, today, most }: Shown) => sql<DayEntry>`
  with counted as (${counted}), standing as (
    select d.promise_id, ${CALLED}, d.by_day, d.from_day, d.excused, d.nothing, d.not_triggered, d.postponed,
      d.met, d.late, d.closed + d.unsaid * yet.holds as missed,
      d.open * yet.holds as open, d.every - (d.unsaid + d.open) * (1 - yet.holds) as every
    from counted d join ${PROMISES_THERE} on p.id = d.promise_id
    cross join lateral (select ${HOLDS}::int as holds) yet
  ), placed as (
    select *, row_number() over day_of as place, (count(*) over day_of)::int as promises, (sum(every) over day_of)::int as due
    from standing where every > 0
    window day_of as (partition by by_day order by missed > 0 desc, open > 0 desc, every desc, promise_id
      rows between unbounded preceding and unbounded following)
  )
  select s.by_day - ${from}::date as day, s.promise_id as promise, s.about, ${MARKED} as marked,
    s.from_day < s.by_day as "window", s.from_day <= ${today}::date as begun,
    s.every as "all", s.met, s.late, s.missed, s.open, s.promises, s.due,
    case when s.excused + s.nothing + s.not_triggered + s.postponed > 0 then json_build_object('excused', s.excused,
      'nothing', s.nothing, 'notTriggered', s.not_triggered, 'postponed', s.postponed) end as out
  from placed s where s.place <= ${most}`;
