import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { State } from '../../../reading/reading.ts';
import type { Timing } from '../rules/asked.ts';
import type { Moved } from '../rules/by-week.ts';
import type { OwnerChoice } from './facts.ts';
import { due, STILL_OPEN } from './line-gaps.ts';

/** Those who answer for most lines first. */
export async function busiestOwners({ db }: Within, plan: string, most: number): Promise<OwnerChoice[]> {
  const rows = await db
    .selectFrom('owner_tallies')
    .select(['owner_key as key', 'owner', 'lines'])
    .where('plan_id', '=', plan)
    .where('lines', '>', 0)
    .orderBy('lines', 'desc')
    .orderBy('owner_key')
    .limit(most)
    .execute();
  return rows;
}

export async function linesByState({ db }: Within, plan: string): Promise<Partial<Record<State, number>>> {
  const rows = await db
    .selectFrom('line_tallies')
    .select('state')
    .select(sql<number>`sum(lines)::int`.as('lines'))
    .where('plan_id', '=', plan)
    .groupBy('state')
    .execute();
  return Object.fromEntries(rows.map(({ state, lines }) => [state, lines]));
}

/** How many lines speak of time in each way; one that does in two ways is counted in both. */
export async function linesByTiming({ db }: Within, plan: string): Promise<Partial<Record<Timing, number>>> {
  const { rows } = await sql<{ kind: Timing; lines: number }>`
    select kind, count(*)::int as lines from (
      select distinct l.id, coalesce(s ->> 'kind', 'none') as kind
      from lines l left join lateral jsonb_array_elements(l.schedules) s on true
      where l.plan_id = ${plan}) spoken
    group by kind
  `.execute(db);
  return Object.fromEntries(rows.map(({ kind, lines }) => [kind, lines]));
}

/** How many lines that are still open are late, and how many fall due in each month that any does ("2026-04"). */
export async function linesByMonth(
  { db }: Within,
  plan: string,
  today: Temporal.PlainDate,
): Promise<{ late: number; months: Map<string, number> }> {
  const late = due({ late: true, today: today.toString() });
  const { rows } = await sql<{ month: string | null; lines: number }>`
    select left(coalesce(s ->> 'by', s ->> 'from'), 7) as month, count(distinct l.id)::int as lines
    from lines l cross join jsonb_array_elements(l.schedules) s
    where l.plan_id = ${plan} and s ->> 'kind' = 'dated' and ${STILL_OPEN}
    group by 1
    union all
    select null, count(*)::int from lines l where l.plan_id = ${plan} and ${late}
  `.execute(db);
  const months = rows.filter((row): row is { month: string; lines: number } => row.month !== null);
  return {
    late: rows.find(({ month }) => month === null)?.lines ?? 0,
    months: new Map(months.map(({ month, lines }) => [month, lines])),
  };
}

export type Gaps = { audience: number; channel: number; priority: number };

/** How many lines are linked with no audience, no channel, no priority that is known. */
export async function gapsIn({ db }: Within, plan: string): Promise<Gaps> {
  const without = (table: string) => sql`(select count(*)::int from lines l
    where l.plan_id = ${plan} and not exists (select from ${sql.table(table)} k where k.line_id = l.id))`;
  const { rows } = await sql<Gaps>`select ${without('line_audiences')} as audience,
    ${without('line_channels')} as channel, ${without('line_priorities')} as priority`.execute(db);
  return rows[0]!;
}

/**
 * By week (its Monday), how many lines the plan was given and how many became complete or ceased to be. Of the lines that
 * it has now: what was taken out since is in none of it.
 */
export async function movedByWeek({ db }: Within, plan: string, zone: string): Promise<Moved[]> {
  const { rows } = await sql<{ week: Temporal.PlainDate; lines: number; complete: number }>`
    with changes as (
      select h.subject_id as id, h.number, h.at, c ->> 'before' as before, c ->> 'after' as after
      from lines l
      join history h on h.organisation_id = l.organisation_id and h.subject_kind = 'line' and h.subject_id = l.id
      cross join jsonb_array_elements(h.changes) c
      where l.plan_id = ${plan} and l.version > 1 and c ->> 'field' = 'state'
    ), firsts as (
      select distinct on (id) id, before from changes order by id, number
    ), moves as (
      select l.created_at as at, 1 as lines, (coalesce(f.before, l.state) = 'complete')::int as complete
      from lines l left join firsts f on f.id = l.id where l.plan_id = ${plan}
      union all
      select at, 0, (after = 'complete')::int - (before = 'complete')::int from changes
      where (after = 'complete') is distinct from (before = 'complete')
    )
    select date_trunc('week', at at time zone ${zone})::date as week,
      sum(lines)::int as lines, sum(complete)::int as complete
    from moves group by 1 order by 1
  `.execute(db);
  return rows;
}
