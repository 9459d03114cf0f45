import type { Within } from '../../../platform/database/database.ts';

import type { Days, HoldingAs } from '../person.ts';

export type HoldingOfPerson = Days & { id: string; post: string; title: string; as: HoldingAs };
export type CoverOf = Days & { id: string; person: string; name: string };

/** The posts that somebody has, had or will have; those of today first. */
export async function postsOf({ db }: Within, person: string): Promise<HoldingOfPerson[]> {
  const rows = await db
    .selectFrom('post_holdings as h')
    .innerJoin('posts as p', 'p.id', 'h.post_id')
    .select(['h.id', 'p.id as post', 'p.title', 'h.as'])
    .select(['h.starts_on as startsOn', 'h.ends_on as endsOn'])
    .where('h.person_id', '=', person)
    .orderBy('h.ends_on', at => at.desc().nullsFirst())
    .orderBy('p.title')
    .limit(100)
    .execute();
  return rows.map(row => ({ ...row, as: row.as as HoldingAs }));
}

/** Who covers somebody (`covers of`), or whom they cover, from today on. */
export function coversFrom(
  { db }: Within,
  person: string,
  side: 'of' | 'by',
  today: Temporal.PlainDate,
): Promise<CoverOf[]> {
  const [own, other] = side === 'of' ? (['person_id', 'by_id'] as const) : (['by_id', 'person_id'] as const);
  return db
    .selectFrom('covers as c')
    .innerJoin('people as p', 'p.id', `c.${other}`)
    .select(['c.id', 'p.id as person', 'p.name', 'c.starts_on as startsOn', 'c.ends_on as endsOn'])
    .where(`c.${own}`, '=', person)
    .where('c.ends_on', '>=', today)
    .orderBy('c.starts_on')
    .limit(100)
    .execute();
}

export function teamsOf(
  { db }: Within,
  person: string,
): Promise<{ id: string; name: string; leads: boolean }[]> {
  return db
    .selectFrom('team_members as m')
    .innerJoin('teams as t', 't.id', 'm.team_id')
    .select(['t.id', 't.name', 'm.leads'])
    .where('m.person_id', '=', person)
    .where('t.ended_at', 'is', null)
    .orderBy('t.name')
    .execute();
}

/** Those whom somebody manages. */
export function managedBy(
  { db }: Within,
  person: string,
  most = 200,
): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('manager_id', '=', person)
    .orderBy('name')
    .limit(most)
    .execute();
}

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
