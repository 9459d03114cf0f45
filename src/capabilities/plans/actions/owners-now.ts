import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';

/**
 * Lines that come back from a time past name owners as they were called then, and some who are one with another by now:
 * gives them those owners as the register has them.
 */
export async function giveOwnersAsNow({ db }: Within, lines: string[]): Promise<void> {
  const standing = sql`with recursive standing as (
    select id, id as now_id, name from owners where merged_into is null
    union all select o.id, s.now_id, s.name from owners o join standing s on s.id = o.merged_into
  )`;
  await sql`
    ${standing}
    update lines l set accountable_id = s.now_id, accountable = s.name from standing s
    where l.id = any(${lines}::uuid[]) and s.id = l.accountable_id
      and (l.accountable_id, l.accountable) is distinct from (s.now_id, s.name)
  `.execute(db);
  await sql`
    ${standing}
    insert into line_contributors (plan_id, line_id, owner_id)
    select c.plan_id, c.line_id, s.now_id from line_contributors c join standing s on s.id = c.owner_id
    where c.line_id = any(${lines}::uuid[]) and s.now_id <> s.id
    on conflict do nothing
  `.execute(db);
  await sql`
    delete from line_contributors c using lines l, owners o
    where l.id = c.line_id and o.id = c.owner_id and c.line_id = any(${lines}::uuid[])
      and (o.merged_into is not null or o.id = l.accountable_id)
  `.execute(db);
}
