import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { STANDING, STANDS, WHO_DOES_IT } from './state-by-day.ts';

type Day = Temporal.PlainDate;

/** The days that a digest is about: today, and the Sunday until which it looks ahead. */
export type Week = { today: Day; sunday: Day };

/** How many stand how, in one plan or in several. */
export type DigestCounts = { due: number; late: number; missed: number; undated: number; unowned: number };

/** A plan that keeps promises, with the department that leads it. */
export type PlanCounts = DigestCounts & { plan: string; department: string | null };

/**
 * What is due until Sunday, late and missed in the last seven days, of each plan that keeps promises; and its lines that say
 * no time, or have no owner. Late is whatever is open after its last day, as on the page Today.
 */
export async function countsByPlan({ db }: Within, { today, sunday }: Week): Promise<PlanCounts[]> {
  const on = sql`${sql.lit(today.toString())}::date`; // one expression wherever it stands
  const { rows } = await sql<PlanCounts>`
    with kept as (select distinct plan_id from promises where ended_on is null or ended_on > ${on}),
    dates as (
      select p.plan_id,
        (count(*) filter (where o.outcome is null and o.by_day >= ${on}))::int as due,
        (count(*) filter (where o.outcome is null and o.by_day < ${on}))::int as late,
        (count(*) filter (where o.missed_from > ${on} - 7 and o.missed_from <= ${on}))::int as missed
      from ${STANDING} where ${STANDS} and o.by_day <= ${sunday.toString()}::date
        and (o.outcome is null or o.outcome = 'missed' and o.missed_from > ${on} - 7)
      group by p.plan_id)
    select pl.id as plan, pl.department_id as department, coalesce(d.due, 0) as due, coalesce(d.late, 0) as late,
      coalesce(d.missed, 0) as missed,
      (select coalesce(sum(t.lines), 0)::int from line_tallies t where t.plan_id = pl.id and not t.dated) as undated,
      (select coalesce(sum(t.lines), 0)::int from line_tallies t where t.plan_id = pl.id and not t.owned) as unowned
    from kept k join plans pl on pl.id = k.plan_id and pl.removed_at is null left join dates d on d.plan_id = pl.id
  `.execute(db);
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

/** What presses most in some plans: what became late last, then what is due next. */
export async function mostPressing(
  { db }: Within,
  plans: readonly string[],
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
        and p.plan_id = any(${[...plans]}::uuid[])
      group by p.id, p.about, pl.marking, l.marking, o.by_day < ${on}, case when o.by_day >= ${on} then o.by_day end) g
    order by g.late desc, case when g.late then g.latest end desc, g.day, g.open desc, g.about limit ${most}`.execute(
    db,
  );
  return rows;
}
