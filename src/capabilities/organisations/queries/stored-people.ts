import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { departmentPaths } from '../rules/departments.ts';
import { postKey } from '../rules/made-besides.ts';
import type { StoredPerson } from '../rules/people-rows.ts';
import { allNamed } from './named.ts';

/** Everybody, as a table of people is set beside them: managers may be anybody, and stand in no ring. */
export async function storedPeople({ db }: Within, today: Temporal.PlainDate): Promise<StoredPerson[]> {
  const { rows } = await sql<StoredPerson>`
    select p.id, p.name, p.email, p.phone, p.kind, p.department_id as department, p.manager_id as manager,
      p.starts_on as "startsOn", p.ends_on as "endsOn", p.language, coalesce(held.posts, '[]') as posts,
      coalesce(looks.after, false) as administrator
    from people p
    left join (
      select h.person_id, json_agg(json_build_object('title', t.title, 'area', t.area_id)) as posts from post_holdings h join posts t on t.id = h.post_id
      where h."as" = 'holder' and (h.ends_on is null or h.ends_on >= ${today}) group by 1
    ) held on held.person_id = p.id
    left join (
      select a.id, a.email, true as after from memberships m join accounts a on a.id = m.account_id
      where m.role = 'administrator' and m.ended_at is null
    ) looks on looks.id = p.account_id or (p.email <> '' and looks.email = p.email)`.execute(db);
  return rows;
}

/** The path of each department that has not ended. */
export const departmentsByPath = async (within: Within): Promise<Map<string, string>> =>
  departmentPaths(await allNamed(within, 'department')).paths;

/** Every post that has not ended, by `postKey`. */
export async function standingPosts({ db }: Within): Promise<Set<string>> {
  const rows = await db
    .selectFrom('posts')
    .select(['title', 'department_id as department', 'area_id as area'])
    .where('ended_at', 'is', null)
    .execute();
  return new Set(rows.map(({ title, department, area }) => postKey(title, department, area)));
}
