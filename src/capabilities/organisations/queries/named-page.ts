import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';

import type { Days, HoldingAs } from '../person.ts';
import { postCalled } from './post-called.ts';

export type HoldingOfPost = Days & {
  id: string;
  person: string;
  name: string;
  as: HoldingAs;
  left: Temporal.PlainDate | null;
};

/** Who holds a post, is its deputy, covers it; those who did not long ago too. */
export async function holdingsOf({ db }: Within, post: string): Promise<HoldingOfPost[]> {
  const rows = await db
    .selectFrom('post_holdings as h')
    .innerJoin('people as p', 'p.id', 'h.person_id')
    .select(['h.id', 'p.id as person', 'p.name', 'h.as', 'p.ends_on as left'])
    .select(['h.starts_on as startsOn', 'h.ends_on as endsOn'])
    .where('h.post_id', '=', post)
    .orderBy('h.ends_on', at => at.desc().nullsFirst())
    .orderBy('h.starts_on', 'desc')
    .limit(100)
    .execute();
  return rows.map(row => ({ ...row, as: row.as as HoldingAs }));
}

export function membersOf(
  { db }: Within,
  team: string,
): Promise<{ id: string; name: string; leads: boolean }[]> {
  return db
    .selectFrom('team_members as m')
    .innerJoin('people as p', 'p.id', 'm.person_id')
    .select(['p.id', 'p.name', 'm.leads'])
    .where('m.team_id', '=', team)
    .orderBy('m.leads', 'desc')
    .orderBy('p.name')
    .limit(500)
    .execute();
}

/** Those who belong to a department and have not left; no more than a page holds. */
export function peopleOfDepartment(
  { db }: Within,
  department: string,
  today: Temporal.PlainDate,
  most: number,
): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('department_id', '=', department)
    .where(at => at.or([at('ends_on', 'is', null), at('ends_on', '>=', today)]))
    .orderBy(sql`lower(name)`)
    .limit(most)
    .execute();
}

export type Lead = Days & {
  id: string;
  department: string | null;
  portfolio: string | null;
  subject: string;
  of: string | null;
  person: string | null;
  post: string | null;
  name: string;
};

/** Who leads communications for what, today. */
export async function leadsToday({ db }: Within, today: Temporal.PlainDate): Promise<Lead[]> {
  const { rows } = await sql<Lead>`
    select l.id, l.department_id as department, l.portfolio_id as portfolio, l.subject,
      coalesce(d.name, f.name, nullif(l.subject, '')) as of, l.person_id as person, l.post_id as post,
      coalesce(p.name, nullif(${postCalled('t', 'a')}, '')) as name, l.starts_on as "startsOn", l.ends_on as "endsOn"
    from leads l left join departments d on d.id = l.department_id left join portfolios f on f.id = l.portfolio_id
      left join people p on p.id = l.person_id left join posts t on t.id = l.post_id left join areas a on a.id = t.area_id
    where (l.starts_on is null or l.starts_on <= ${today}) and (l.ends_on is null or l.ends_on >= ${today})
    order by (l.department_id, l.portfolio_id, nullif(l.subject, '')) is null desc,
      l.department_id is null, l.portfolio_id is null, lower(coalesce(d.name, f.name, l.subject)), l.id`.execute(
    db,
  );
  return rows;
}
