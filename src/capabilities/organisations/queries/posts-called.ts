import { type RawBuilder, sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { saidArea, titleAndArea } from '../rules/said-area.ts';
import { postCalled } from './post-called.ts';

type Called = { id: string; name: string };

/** Posts that stand, by what people call them; for a department's page, an area's, or wherever else there are few. */
async function postsWhere({ db }: Within, which: RawBuilder<unknown>): Promise<Called[]> {
  const { rows } = await sql<Called>`
    select p.id, ${postCalled('p', 'a')} as name from posts p left join areas a on a.id = p.area_id
    where p.ended_at is null and ${which} order by p.name_key, a.name_key, p.id limit 200`.execute(db);
  return rows;
}

export const postsOfDepartment = (within: Within, department: string): Promise<Called[]> =>
  postsWhere(within, sql`p.department_id = ${department}`);

export const postsOfArea = (within: Within, area: string): Promise<Called[]> =>
  postsWhere(within, sql`p.area_id = ${area}`);

/** The posts that a text names: by their title, or by title and area: "Ward sergeant, Mill ward". */
export async function postsNamed(within: Within, text: string): Promise<{ id: string }[]> {
  const titled = await postsWhere(within, sql`p.name_key = lower(${text})`);
  if (titled.length) return titled;
  const found = new Set<string>();
  for (const { title, area } of titleAndArea(text)) {
    const areas = await areasOfTitle(within, title);
    const said = saidArea(area, [...new Map(areas.map(one => [one.id, one])).values()]);
    if ('area' in said) for (const { id, post } of areas) if (id === said.area.id) found.add(post);
  }
  return [...found].map(id => ({ id }));
}

type AreaOfTitle = { id: string; name: string; kind: string; code: string; post: string };

async function areasOfTitle({ db }: Within, title: string): Promise<AreaOfTitle[]> {
  const { rows } = await sql<AreaOfTitle>`
    select a.id, a.name, a.kind, a.code, p.id as post from posts p join areas a on a.id = p.area_id
    where p.name_key = lower(${title}) and p.ended_at is null order by p.id`.execute(db);
  return rows;
}
