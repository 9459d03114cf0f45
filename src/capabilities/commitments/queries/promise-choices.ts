import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { areaSaid } from '../../organisations/index.ts';

export type Named = { id: string; name: string };

/** Whom a promise may be kept for and by, to choose from. */
export type PromiseChoices = {
  areaKinds: string[];
  bodyKinds: string[];
  areas: Named[];
  audiences: Named[];
  teams: Named[];
  posts: Named[];
  owners: Named[];
};

/** Of each so many as a person looks through. */
const MOST = 1000;

/** Somebody who sees only a part of the organisation is offered those who have something of what they see. */
export async function promiseChoices({ db, sight }: Within): Promise<PromiseChoices> {
  const kinds = (table: 'areas' | 'bodies') => db.selectFrom(table).select('kind').distinct().orderBy('kind');
  const called = (table: 'audiences' | 'teams' | 'owners') =>
    db
      .selectFrom(table)
      .select(['id', 'name'])
      .where('ended_at', 'is', null)
      .where(table === 'owners' && sight ? HAVE_SOMETHING : sql<boolean>`true`)
      .orderBy(sql`lower(name)`)
      .limit(MOST)
      .execute();
  const [areaKinds, bodyKinds, areas, audiences, teams, posts, owners] = await Promise.all([
    kinds('areas').execute(),
    kinds('bodies').execute(),
    areasWithParts(db),
    called('audiences'),
    called('teams'),
    postsInDepartments(db),
    called('owners'),
  ]);
  return {
    ...{ areas, audiences, teams, posts, owners },
    areaKinds: areaKinds.map(({ kind }) => kind),
    bodyKinds: bodyKinds.map(({ kind }) => kind),
  };
}

/** The policies leave of lines and promises what may be seen. */
const HAVE_SOMETHING = sql<boolean>`id in (
  select accountable_id from lines union select owner_id from promises union select owner_id from commitments)`;

/** Only those that others are part of: nothing is narrowed by a ward. */
async function areasWithParts(db: Within['db']): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select a.id, a.name from areas a
    where exists (select from areas part where part.part_of = a.id) or exists (select from bodies b where b.area_id = a.id)
    order by a.part_of is not null, lower(a.name), a.id limit ${sql.lit(MOST)}`.execute(db);
  return rows;
}

/** Where departments or areas have posts of one title, all of them together stand before each. */
async function postsInDepartments(db: Within['db']): Promise<Named[]> {
  const { rows } = await sql<{ id: string; title: string; of: string | null; area: boolean }>`
    select p.id, p.title, concat_ws(', ', ${areaSaid('a')}, d.name) as of, a.id is not null as area
    from posts p left join departments d on d.id = p.department_id left join areas a on a.id = p.area_id
    where p.ended_at is null order by lower(p.title), lower(concat_ws(', ', a.name, d.name)), p.id limit ${sql.lit(MOST)}`.execute(
    db,
  );
  return [...Map.groupBy(rows, ({ title }) => title.toLowerCase()).values()].flatMap(alike => [
    ...(alike.length > 1 ? [every(alike[0]!.title, alike)] : []),
    ...alike.map(({ id, title, of }) => ({ id, name: [title, of].filter(Boolean).join(', ') })),
  ]);
}

const EVERY = 'every:';

const every = (title: string, posts: readonly { area: boolean }[]): Named => ({
  id: postsTitled(title),
  name: `${title}, in each of ${posts.length} ${posts.every(({ area }) => area) ? 'areas' : 'departments'}`,
});

/** How all posts of a title are chosen together, and which title a choice names, if any. */
export const postsTitled = (title: string): string => EVERY + title;
export const titleChosen = (choice: string): string | undefined =>
  choice.startsWith(EVERY) ? choice.slice(EVERY.length) : undefined;
