import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { type PostOfArea, postOfArea, postsTitled } from '../rules/post-of-area.ts';

type OwnerSaid = { names: string[]; means: 'nobody' | 'post' };

/**
 * Of areas and bodies, the post of each that an owner's name means, where it is a title that posts for areas have: of the
 * area itself, else of the nearest that it is part of. Empty where the owner means somebody in particular. Where it means a
 * post that is for no area, that one does what no other is there for, and no place is told to have none.
 */
export async function postsOfAreas(
  within: Within,
  owner: string,
  places: string[],
  on: Temporal.PlainDate,
): Promise<Map<string, PostOfArea>> {
  const said = places.length ? await titlesSaid(within, owner) : undefined;
  const posts = said ? postsTitled(said.names, await postsForAreas(within, on)) : new Map<string, string[]>();
  if (!said || !posts.size) return new Map();
  const areas = await areasOver(within, places);
  const found = places.map(place => [place, postOfArea(areas.get(place) ?? [], posts)] as const);
  return new Map(found.filter(([, post]) => post !== 'none' || said.means === 'nobody'));
}

/** What an owner is called who means nobody in particular: their names, or the title of a post that is for no area. */
async function titlesSaid({ db }: Within, owner: string): Promise<OwnerSaid | undefined> {
  const { rows } = await sql<OwnerSaid>`
    select case when t.id is null then o.name || o.also_called else array[t.title] end as names,
      case when t.id is null then 'nobody' else 'post' end as means
    from owners o left join posts t on t.id = o.post_id
    where o.id = ${owner} and o.person_id is null and o.team_id is null and t.area_id is null`.execute(db);
  return rows[0];
}

/** Those of areas that there are on a day. */
async function postsForAreas({ db }: Within, on: Temporal.PlainDate) {
  const { rows } = await sql<{ id: string; title: string; area: string }>`
    select p.id, p.title, p.area_id as area from posts p join areas a on a.id = p.area_id
    where p.ended_at is null and (a.starts_on is null or a.starts_on <= ${on})
      and (a.ends_on is null or a.ends_on >= ${on}) order by p.id`.execute(db);
  return rows;
}

/** The area of each place and what it is part of, the nearest first. */
async function areasOver({ db }: Within, places: string[]): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ place: string; areas: string[] }>`
    with recursive over (place, area, part_of, step) as (
      select w.place, a.id, a.part_of, 1
      from (select id as place, id as area from areas where id = any(${places}::uuid[])
        union all select id, area_id from bodies where id = any(${places}::uuid[])) w join areas a on a.id = w.area
      union all
      select o.place, a.id, a.part_of, o.step + 1 from over o join areas a on a.id = o.part_of where o.step < 20)
    select place, array_agg(area order by step) as areas from over group by place`.execute(db);
  return new Map(rows.map(({ place, areas }) => [place, areas]));
}
