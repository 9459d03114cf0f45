import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';

/** What says who leads something: where it belongs, as the register and whoever tagged it say. */
export type Belongs = { department: string | null; portfolios: string[]; subjects: string[] };

/** A promise, as it is led. */
export type LedPromise = Belongs & { promise: string };

/** A plan that keeps promises, as it is led as a whole. */
export type LedPlan = Belongs & { plan: string };

/** A portfolio is that of a priority which the plan or the line serves; a subject a tag of the line, or its heading. */
export async function ledPromises({ db }: Within, promises: readonly string[]): Promise<LedPromise[]> {
  const { rows } = await sql<LedPromise>`
    select p.id as promise, pl.department_id as department,
      array(select distinct f.id from (
          select priority_id from plan_priorities where plan_id = p.plan_id
          union all select priority_id from line_priorities where line_id = p.line_id) served ${PORTFOLIO}) as portfolios,
      array_remove(coalesce(l.tags, '{}') || s.title, null) as subjects
    from promises p join plans pl on pl.id = p.plan_id
      left join lines l on l.id = p.line_id left join plan_sections s on s.id = l.section_id
    where p.id = any(${[...promises]}::uuid[])`.execute(db);
  return rows;
}

export async function ledPlans({ db }: Within, today: Temporal.PlainDate): Promise<LedPlan[]> {
  const { rows } = await sql<LedPlan>`
    select pl.id as plan, pl.department_id as department, '{}'::text[] as subjects,
      array(select distinct f.id from plan_priorities served ${PORTFOLIO} where served.plan_id = pl.id) as portfolios
    from plans pl where pl.removed_at is null
      and exists (select from promises p where p.plan_id = pl.id and (p.ended_on is null or p.ended_on > ${today}))`.execute(
    db,
  );
  return rows;
}

/** A priority names its portfolio in words. */
const PORTFOLIO = sql`join priorities y on y.id = served.priority_id and y.ended_at is null
  join portfolios f on f.name_key = lower(btrim(y.portfolio)) and f.ended_at is null`;
