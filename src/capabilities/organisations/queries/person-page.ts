import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { writtenOnce } from '../../../platform/database/written-once.ts';
import type { Days, HoldingAs } from '../person.ts';
import { postCalled } from './post-called.ts';

export type HoldingOfPerson = Days & { id: string; post: string; title: string; as: HoldingAs };
export type CoverOf = Days & { id: string; person: string; name: string };

const findPosts = writtenOnce((db, person: string) =>
  db
    .selectFrom('post_holdings as h')
    .innerJoin('posts as p', 'p.id', 'h.post_id')
    .leftJoin('areas as a', 'a.id', 'p.area_id')
    .select(['h.id', 'p.id as post', 'h.as', postCalled('p', 'a').as('title')])
    .select(['h.starts_on as startsOn', 'h.ends_on as endsOn'])
    .where('h.person_id', '=', person)
    .orderBy('h.ends_on', at => at.desc().nullsFirst())
    .orderBy('p.title')
    .limit(sql.lit(100)),
);

/** The posts that somebody has, had or will have; those of today first. */
export async function postsOf(within: Within, person: string): Promise<HoldingOfPerson[]> {
  const rows = await findPosts(within, person);
  return rows.map(row => ({ ...row, as: row.as as HoldingAs }));
}

const findCovers = (own: 'person_id' | 'by_id', other: 'person_id' | 'by_id') =>
  writtenOnce((db, person: string, today: Temporal.PlainDate) =>
    db
      .selectFrom('covers as c')
      .innerJoin('people as p', 'p.id', `c.${other}`)
      .select(['c.id', 'p.id as person', 'p.name', 'c.starts_on as startsOn', 'c.ends_on as endsOn'])
      .where(`c.${own}`, '=', person)
      .where('c.ends_on', '>=', today)
      .orderBy('c.starts_on')
      .limit(sql.lit(100)),
  );

const COVERS = { of: findCovers('person_id', 'by_id'), by: findCovers('by_id', 'person_id') };

/** Who covers somebody (`covers of`), or whom they cover, from today on. */
export const coversFrom = (
  within: Within,
  person: string,
  side: 'of' | 'by',
  today: Temporal.PlainDate,
): Promise<CoverOf[]> => COVERS[side](within, person, today);

/** The teams that somebody is in and that have not ended. */
export const teamsOf: (
  within: Within,
  person: string,
) => Promise<{ id: string; name: string; leads: boolean }[]> = writtenOnce((db, person: string) =>
  db
    .selectFrom('team_members as m')
    .innerJoin('teams as t', 't.id', 'm.team_id')
    .select(['t.id', 't.name', 'm.leads'])
    .where('m.person_id', '=', person)
    .where('t.ended_at', 'is', null)
    .orderBy('t.name'),
);

const findManaged = writtenOnce((db, person: string, most: number) =>
  db.selectFrom('people').select(['id', 'name']).where('manager_id', '=', person).orderBy('name').limit(most),
);

/** Those whom somebody manages. */
export const managedBy = (
  within: Within,
  person: string,
  most = 200,
): Promise<{ id: string; name: string }[]> => findManaged(within, person, most);

/** The names in the register of owners that mean somebody, a post or a team. */
export function ownersMeaning(
  { db }: Within,
  what: 'person_id' | 'post_id' | 'team_id',
  ids: string[],
): Promise<{ id: string; name: string; means: string | null }[]> {
  if (!ids.length) return Promise.resolve([]);
  return db
    .selectFrom('owners')
    .select(['id', 'name', `${what} as means`])
    .where(what, 'in', ids)
    .where('ended_at', 'is', null)
    .orderBy('name')
    .execute();
}
