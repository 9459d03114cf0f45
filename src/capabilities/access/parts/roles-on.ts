import { sql } from 'kysely';
import { higher } from '../../../language/rights.ts';
import type { Role } from '../../../language/role.ts';
import type { Within } from '../../../platform/database/database.ts';

/** The highest role that an account was given on each of these plans, on its department and on those that it is part of. */
export async function rolesOn(
  { db }: Within,
  account: string,
  plans: readonly string[],
): Promise<Map<string, Role>> {
  const { rows } = await sql<{ plan: string; role: Role }>`
    with recursive above as (
      select id as plan, department_id as id from plans where id = any(${[...plans]}::uuid[])
      union
      select a.plan, d.part_of from departments d join above a on d.id = a.id
    )
    select p.id as plan, g.role from plans p join grants g on g.account_id = ${account}
      and (g.plan_id = p.id or g.department_id in (select id from above where plan = p.id))
    where p.id = any(${[...plans]}::uuid[])
  `.execute(db);
  const roles = new Map<string, Role>();
  for (const { plan, role } of rows) roles.set(plan, higher(roles.get(plan), role)!);
  return roles;
}
