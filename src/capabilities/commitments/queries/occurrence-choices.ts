import { type RawBuilder, sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { type Filter, NONE } from '../rules/asked-occurrences.ts';
import { AREA_OF } from './occurrence-conditions.ts';

export type Choice = { id: string; name: string };

/** What occurrences are chosen by: whatever promises have to do with, and nothing besides. */
export type Choices = Record<'plans' | 'owners' | 'audiences' | 'channels' | 'areas', Choice[]>;

/** What an address chooses by its id. */
type Chosen = 'promise' | 'for' | 'plan' | 'owner' | 'audience' | 'channel' | 'area';

/** How it is called; nothing where it is not there any more. */
export type Named = Partial<Record<Chosen, string | null>>;

/** Asked of promises and commitments, of which there are far fewer than of what is due. */
export async function occurrenceChoices({ db }: Within): Promise<Choices> {
  const { rows } = await sql<{ choices: Choices }>`
    with kept as materialized (
      select p.id, p.plan_id, p.line_id, coalesce(p.owner_id, l.accountable_id) as owner_id
      from promises p join plans pl on pl.id = p.plan_id and pl.removed_at is null left join lines l on l.id = p.line_id
    ), whom as materialized (
      select distinct c.owner_id, ${AREA_OF} as area_id from commitments c join kept k on k.id = c.promise_id
      where c.owner_id is not null or c.for_kind in ('area', 'body', 'role-holder')
    ), areas_up as (${areasUp()})
    select json_build_object(
      'plans', ${named(sql`select id, title as name from plans where id in (select plan_id from kept)`)},
      'owners', ${named(sql`select id, name from owners where id in (select owner_id from kept union select owner_id from whom)`)},
      'audiences', ${named(sql`select id, name from audiences where id in (select audience_id from line_audiences where line_id in (select line_id from kept))`)},
      'channels', ${named(sql`select id, name from channels where id in (select channel_id from line_channels where line_id in (select line_id from kept))`)},
      'areas', ${named(sql`select id, name from areas where id in (select id from areas_up)`)}
    ) as choices`.execute(db);
  return rows[0]!.choices;
}

/** The areas that something is kept for, and whatever they are part of. */
const areasUp = () => sql`
  with recursive up (id) as (
    select area_id from whom where area_id is not null
    union
    select a.part_of from up join areas a on a.id = up.id where a.part_of is not null
  ) select id from up`;

const named = (choices: RawBuilder<unknown>) => sql`(
  select coalesce(json_agg(json_build_object('id', id, 'name', name) order by lower(name), id), '[]')
  from (${choices}) named)`;

const CALLED: Record<Chosen, (id: string) => RawBuilder<unknown>> = {
  promise: id => sql`select about from promises where id = ${id}`,
  for: id => sql`select for_name from commitments where ${id}::uuid in (id, for_id) limit 1`,
  plan: id => sql`select title from plans where id = ${id} and removed_at is null`,
  owner: id => sql`select name from owners where id = ${id}`,
  audience: id => sql`select name from audiences where id = ${id}`,
  channel: id => sql`select name from channels where id = ${id}`,
  area: id => sql`select name from areas where id = ${id}`,
};

/** How what is asked for is called, each looked up by its id: all that could be chosen takes far longer. */
export async function namesAsked({ db }: Within, asked: Filter): Promise<Named> {
  const names = (Object.keys(CALLED) as Chosen[]).flatMap(name => {
    const id = asked[name];
    return id && id !== NONE ? [sql`(${CALLED[name](id)}) as ${sql.ref(name)}`] : [];
  });
  if (!names.length) return {};
  const { rows } = await sql<Named>`select ${sql.join(names)}`.execute(db);
  return rows[0]!;
}
