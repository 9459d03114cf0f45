import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';

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

async function postsInDepartments(db: Within['db']): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select p.id, p.title || coalesce(', ' || d.name, '') as name from posts p left join departments d on d.id = p.department_id
    where p.ended_at is null order by lower(p.title), lower(d.name), p.id limit ${sql.lit(MOST)}`.execute(db);
  return rows;
}
