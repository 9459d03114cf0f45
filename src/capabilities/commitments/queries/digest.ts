import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { STANDING, STANDS, WHO_DOES_IT } from './state-by-day.ts';
import { zoneOf } from './zone.ts';

type Day = Temporal.PlainDate;

/** The days that a digest is about: today, and the Sunday until which it looks ahead. */
export type Week = { today: Day; sunday: Day };

/**
 * What is due, late and missed of promises, each date once: late is what is over and of which nobody has said anything,
 * missed what somebody said was not done.
 */
export type DateCounts = { due: number; late: number; missed: number };

/** Lines without a date of which nothing is promised, and lines that nobody answers for. */
export type LineCounts = { undated: number; unowned: number };

export type DigestCounts = DateCounts & LineCounts;

/** What is due until Sunday, late, and said to be missed in the last seven days. Late is whatever is open after its last day, as on Today. */
export async function countsByPromise(
  within: Within,
  { today, sunday }: Week,
): Promise<(DateCounts & { promise: string })[]> {
  const on = sql`${sql.lit(today.toString())}::date`; // one expression wherever it stands
  const since = sql`${today
    .subtract({ days: 7 })
    .toZonedDateTime(await zoneOf(within))
    .toInstant()}::timestamptz`;
  const { rows } = await sql<DateCounts & { promise: string }>`
    select p.id as promise,
      (count(*) filter (where o.outcome is null and o.by_day >= ${on}))::int as due,
      (count(*) filter (where o.outcome is null and o.by_day < ${on}))::int as late,
      (count(*) filter (where o.outcome = 'missed'))::int as missed
    from ${STANDING} where ${STANDS} and o.by_day <= ${sunday.toString()}::date
      and (o.outcome is null or o.outcome = 'missed' and o.settled_at >= ${since})
    group by p.id`.execute(within.db);
  return rows;
}

/** Of plans, each with what is missing from its lines. */
export async function lineCounts(
  { db }: Within,
  plans: readonly string[],
): Promise<(LineCounts & { plan: string })[]> {
  const { rows } = await sql<LineCounts & { plan: string }>`
    select wanted.plan,
      (select count(*)::int from lines l where l.plan_id = wanted.plan and not l.dated and not l.shelved
        and not exists (select from promises p where p.line_id = l.id)) as undated,
      (select coalesce(sum(t.lines), 0)::int from line_tallies t where t.plan_id = wanted.plan and not t.owned) as unowned
    from unnest(${[...plans]}::uuid[]) wanted (plan)`.execute(db);
  return rows;
}

/** What of one promise is late, or due on one day until Sunday. */
export type Pressing = {
  about: string;
  /** null: nobody yet, or several. */
  owner: string | null;
  late: boolean;
  /** Of what is late the day since which, of what is due the last day. */
  day: Day;
  open: number;
  sensitive: boolean;
};

/** What presses most of some promises: what became late last, then what is due next. */
export async function mostPressing(
  { db }: Within,
  promises: readonly string[],
  { today, sunday }: Week,
  most: number,
): Promise<Pressing[]> {
  const on = sql`${sql.lit(today.toString())}::date`; // one expression wherever it stands
  const { rows } = await sql<Pressing>`
    select g.* from (
      select p.about, o.by_day < ${on} as late, min(o.by_day) as day, count(*)::int as open,
        'OFFICIAL-SENSITIVE' in (pl.marking, coalesce(l.marking, '')) as sensitive,
        case when count(distinct ${WHO_DOES_IT}) = 1 then (select w.name from owners w where w.id = min(${WHO_DOES_IT}::text)::uuid) end as owner,
        max(o.by_day) as latest
      from ${STANDING} where ${STANDS} and o.outcome is null and o.by_day <= ${sunday.toString()}::date
        and p.id = any(${[...promises]}::uuid[])
      group by p.id, p.about, pl.marking, l.marking, o.by_day < ${on}, case when o.by_day >= ${on} then o.by_day end) g
    order by g.late desc, case when g.late then g.latest end desc, g.day, g.open desc, g.about limit ${most}`.execute(
    db,
  );
  return rows;
}
