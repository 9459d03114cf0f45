import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { Marking } from '../plan.ts';

export type RemovedLine = {
  id: string;
  reference: string;
  what: string;
  position: number;
  marking: Marking;
  reason: string;
  removedBy: string;
  removedAt: Temporal.Instant;
};

export const REMOVED_ON_A_PAGE = 50;

/** Lines taken out of a plan, those taken out last first. */
export async function removedLines({ db }: Within, plan: string, page: number): Promise<RemovedLine[]> {
  const found = await sql<RemovedLine>`
    select id, position, reason, line -> 'row' ->> 'marking' as marking, removed_by as "removedBy", removed_at as "removedAt",
      left(line -> 'row' ->> 'reference', 200) as reference,
      left(coalesce(nullif(line -> 'row' ->> 'what', ''), nullif(line -> 'row' ->> 'recommendation', ''),
        line -> 'row' ->> 'audience', ''), 400) as what
    from removed_lines where plan_id = ${plan} order by removed_at desc, position
    limit ${sql.lit(REMOVED_ON_A_PAGE)} offset ${(page - 1) * REMOVED_ON_A_PAGE}
  `.execute(db);
  return found.rows;
}

export async function countRemovedLines({ db }: Within, plan: string): Promise<number> {
  const { count } = await db
    .selectFrom('removed_lines')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('plan_id', '=', plan)
    .executeTakeFirstOrThrow();
  return count;
}

export type RemovedPlan = {
  id: string;
  title: string;
  removedBy: string | null;
  removedAt: Temporal.Instant;
  lines: number;
};

/** Plans taken out, the last first; more than this nobody looks through. */
export async function removedPlans({ db }: Within, most = 500): Promise<RemovedPlan[]> {
  const found = await sql<RemovedPlan>`
    select id, title, removed_by as "removedBy", removed_at as "removedAt",
      (select coalesce(sum(lines), 0)::int from line_tallies t where t.plan_id = plans.id) as lines
    from plans where removed_at is not null order by removed_at desc, id limit ${sql.lit(most)}
  `.execute(db);
  return found.rows;
}
