import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { Candidate } from '../rules/likely-match.ts';
import { postCalled } from './post-called.ts';

export type Means = { kind: 'person' | 'post' | 'team'; id: string; name: string };

/** Whom an owner of the register means, where somebody has said so. */
export async function meansOf({ db }: Within, owner: string): Promise<Means | undefined> {
  const { rows } = await sql<Means>`
    select case when o.person_id is not null then 'person' when o.post_id is not null then 'post' else 'team' end as kind,
      coalesce(o.person_id, o.post_id, o.team_id) as id, coalesce(p.name, m.name, ${postCalled('t', 'a')}) as name
    from owners o left join people p on p.id = o.person_id left join posts t on t.id = o.post_id
      left join teams m on m.id = o.team_id left join areas a on a.id = t.area_id
    where o.id = ${owner} and num_nonnulls(o.person_id, o.post_id, o.team_id) = 1`.execute(db);
  return rows[0];
}

/** How a person, post or team is called, a post with its area behind its title; also one that has ended. */
export async function calledSo(
  { db }: Within,
  { kind, id }: Pick<Means, 'kind' | 'id'>,
): Promise<string | undefined> {
  const post = sql<{ name: string }>`
    select ${postCalled('t', 'a')} as name from posts t left join areas a on a.id = t.area_id where t.id = ${id}`;
  const other = sql<{ name: string }>`
    select name from ${sql.table(kind === 'person' ? 'people' : 'teams')} where id = ${id}`;
  return (await (kind === 'post' ? post : other).execute(db)).rows[0]?.name;
}

/** Of each owner name the people, posts and teams that share its rarest sort of word: the longest, or any other. */
export async function candidatesFor({ db }: Within, names: string[]): Promise<Map<string, Candidate[]>> {
  if (!names.length) return new Map();
  const { rows } = await sql<Candidate & { said: string }>`
    select asked.said, found.* from unnest(${names}::text[]) asked (said)
    cross join lateral (
      select distinct on (w.record_id) w.record_id as id, w.kind, coalesce(p.name, m.name, ${postCalled('t', 'a')}) as name,
        coalesce(d.name, '') as beside
      from directory_words_of(asked.said) typed (word)
      join directory_words w on w.word = typed.word and w.kind in ('person', 'post', 'team')
      left join people p on p.id = w.record_id left join posts t on t.id = w.record_id and t.ended_at is null
      left join teams m on m.id = w.record_id and m.ended_at is null
      left join areas a on a.id = t.area_id
      left join departments d on d.id = coalesce(p.department_id, t.department_id, m.department_id)
      where length(typed.word) > 2 and coalesce(p.name, t.title, m.name) is not null
      limit 300
    ) found`.execute(db);
  return Map.groupBy(rows, ({ said }) => said);
}

export type Unsettled = { id: string; name: string; kind: string };

/** Owners of whom nobody has said whom they mean, by name; and how many there are. */
export async function unsettledOwners(
  { db }: Within,
  { after, most }: { after: number; most: number },
): Promise<{ owners: Unsettled[]; total: number }> {
  const open = db
    .selectFrom('owners')
    .where('ended_at', 'is', null)
    .where('person_id', 'is', null)
    .where('post_id', 'is', null)
    .where('team_id', 'is', null);
  const owners = await open
    .select(['id', 'name', 'kind'])
    .orderBy(sql`lower(name)`)
    .orderBy('id')
    .limit(most)
    .offset(after)
    .execute();
  const { total } = await open.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow();
  return { owners, total };
}

/**
 * Names to choose an owner from: those of the register, then posts, teams and people of the directory that it does not
 * name yet; no more than a list can hold. Choosing one makes no owner mean anybody: that is said apart.
 */
export async function namesToOffer({ db }: Within, most = 1000): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from (
      (select name, 1 as place from owners where ended_at is null order by lower(name) limit ${most})
      union all (select ${postCalled('t', 'a')}, 2 from posts t left join areas a on a.id = t.area_id
        where t.ended_at is null order by t.name_key limit ${most})
      union all (select name, 3 from teams where ended_at is null order by name_key limit ${most})
      union all (select name, 4 from people where handed_over_at is null order by name_key limit ${most})
    ) offered
    group by name order by min(place), lower(name) limit ${most}`.execute(db);
  return rows.map(({ name }) => name);
}
