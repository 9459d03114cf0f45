import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';

export type PlanDepartment = {
  /** The plan's department first, then those that it is part of. */
  above: { id: string; name: string }[];
  choices: { value: string; text: string }[];
};

/** More than a select serves. */
const MOST = 300;

export async function planDepartment({ db }: Within, plan: string): Promise<PlanDepartment> {
  const above = await sql<{ id: string; name: string }>`
    with recursive above as (
      select d.id, d.name, d.part_of, 1 as level from plans p join departments d on d.id = p.department_id where p.id = ${plan}
      union all
      select d.id, d.name, d.part_of, level + 1 from departments d join above on d.id = above.part_of where level < 20
    )
    select id, name from above order by level`.execute(db);
  const all = await db
    .selectFrom('departments')
    .select(['id as value', 'name as text'])
    .where('ended_at', 'is', null)
    .orderBy('name')
    .limit(MOST)
    .execute();
  return { above: above.rows, choices: all };
}
