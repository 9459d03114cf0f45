import { type RawBuilder, sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { writtenOnce } from '../../../platform/database/written-once.ts';
import type { Span } from '../../../timing/calendar.ts';
import { type Filter, isFiltered } from '../rules/asked-occurrences.ts';
import type { Standing } from '../rules/day-entry.ts';
import { CALLED, HOLDS, MARKED, PROMISES_THERE } from './holding.ts';
import { conditions } from './occurrence-conditions.ts';
import { STANDING } from './state-by-day.ts';
import { worded } from './worded.ts';

/** Of one promise, the windows that have begun by the end of a span and go on behind it. */
export type WindowBeyond = Omit<Standing, 'missed'> & {
  promise: string;
  about: string;
  planTitle: string;
  /** The record whose words are marked. */
  marked: string | null;
  /** The last day of them. */
  by: Temporal.PlainDate;
};

/** More are read where they end. */
const MOST = 30;

/**
 * What may be done on any day of a span and is not due before a later one. `month`: windows longer than one alone, since the
 * shorter ones that go on behind a month have hardly begun; they end among the days of the next.
 */
export async function windowsBeyond(
  within: Within,
  { from, by }: Span,
  filter: Filter,
  { today, month }: { today: Temporal.PlainDate; month: boolean },
): Promise<WindowBeyond[]> {
  if (!isFiltered({ ...filter, from: undefined, by: undefined }))
    return (month ? longOnly : longAndShort)(within, by);
  const days = sql`o.from_day <= ${by}::date and o.by_day > ${by}::date and ${month ? LONG : sql`o.from_day < o.by_day`}`;
  const counted = sql`select o.by_day, o.promise_id, count(*)::int as every,
      (count(*) filter (where o.outcome = 'met'))::int as met, (count(*) filter (where o.outcome = 'late'))::int as late,
      (count(*) filter (where o.outcome is null))::int as open
    from ${STANDING}
    where ${conditions({ ...filter, from: from.toString(), by: undefined }, today)} and ${days} group by 1, 2`;
  return (await sql<WindowBeyond>`${found(counted)}`.execute(within.db)).rows;
}

const LONG = sql`o.by_day - o.from_day > 31`;

const ADDED: RawBuilder<unknown> = sql`o.by_day, o.promise_id, sum(o.every)::int as every, sum(o.met)::int as met,
  sum(o.late)::int as late, sum(o.open)::int as open`;

/** No window is longer than a leap year. */
const long = (by: Temporal.PlainDate) => sql`select ${ADDED} from promise_days o
  where o.from_day between ${by}::date - 366 and ${by}::date and o.by_day > ${by}::date and ${LONG} group by 1, 2`;

const short = (by: Temporal.PlainDate) => sql`select ${ADDED} from promise_days o
  where o.by_day between ${by}::date + 1 and ${by}::date + 31 and o.from_day <= ${by}::date
    and o.by_day - o.from_day between 1 and 31 group by 1, 2`;

const longOnly = writtenOnce((db, by: Temporal.PlainDate) => worded(db, found(long(by))));
const longAndShort = writtenOnce((db, by: Temporal.PlainDate) =>
  worded(db, found(sql`${long(by)} union all ${short(by)}`)),
);

/** Looked up one after the other as they end, until there are enough: of many that are open few are shown. */
const found = (counted: RawBuilder<unknown>) => sql<WindowBeyond>`
  with counted as materialized (${counted})
  select s.by_day as by, s.promise_id as promise, s.about, s."planTitle", ${MARKED} as marked, s.every as "all", s.met, s.late, s.open
  from (
    select d.*, p.* from (select * from counted where open > 0 order by by_day, open desc, promise_id) d
    cross join lateral (select ${CALLED} from ${PROMISES_THERE} where p.id = d.promise_id and ${HOLDS} limit 1) p
    order by d.by_day, d.open desc, d.promise_id limit ${sql.lit(MOST)}) s
  order by s.by_day, s.open desc, s.promise_id`;
