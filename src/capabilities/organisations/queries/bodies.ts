import { type RawBuilder, sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { Body } from '../body.ts';
import { beginningsOf } from '../rules/search-words.ts';
import { areasNamed, areasWithin } from './areas-within.ts';
import { rangesOf } from './directory-words.ts';

const COLUMNS = [
  'id',
  'kind',
  'name',
  'area_id as area',
  'email',
  'phone',
  'website',
  'address',
  'roles',
  'starts_on as startsOn',
  'ends_on as endsOn',
  'version',
] as const;

export async function bodyById({ db }: Within, id: string): Promise<Body | undefined> {
  return db.selectFrom('bodies').select(COLUMNS).where('id', '=', id).executeTakeFirst();
}

/** Held until the transaction ends, so that two who change it stand in line. */
export async function holdBody({ db }: Within, id: string): Promise<Body | undefined> {
  return db.selectFrom('bodies').select(COLUMNS).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** All of them, for setting a file beside them; those that ended too. */
export function allBodies({ db }: Within): Promise<Body[]> {
  return db.selectFrom('bodies').select(COLUMNS).orderBy('id').execute();
}

/** `area`: in an area of this name, or in a part of it. */
export type BodiesAsked = { words: string; kind: string; area: string; page: number };
export const BODIES_ON_A_PAGE = 50;

/** `holders`: who holds which role today, "chair: Ann Reed". */
export type ListedBody = Pick<Body, 'id' | 'kind' | 'name' | 'startsOn' | 'endsOn' | 'roles'> & {
  area: string | null;
  holders: { role: string; name: string }[];
};

/** `found`: how many there are, where words or an area were asked for; else the tallies know. */
export type BodiesFound = { rows: ListedBody[]; found: number | undefined };

type Row = Omit<ListedBody, 'holders'> & {
  /** Two lists and not one of records, which takes the database twice as long. */
  held: string[] | null;
  by: string[] | null;
  found: number | null;
};

/** A page of them by name, each with its area and with who holds its roles, which are looked up for the page alone. */
export async function listBodies(
  { db }: Within,
  asked: BodiesAsked,
  today: Temporal.PlainDate,
): Promise<BodiesFound> {
  const { rows } = await sql<Row>`
    with listed as materialized (${found(asked)}),
      held as (
        select h.body_id, array_agg(h.role order by h.role, h.name) as held, array_agg(h.name order by h.role, h.name) as by
        from listed join role_holders h on h.body_id = listed.id
        where (h.starts_on is null or h.starts_on <= ${today}) and (h.ends_on is null or h.ends_on >= ${today})
        group by h.body_id)
    select b.id, b.kind, b.name, b.roles, b.starts_on as "startsOn", b.ends_on as "endsOn", a.name as area,
      h.held, h.by, listed.found
    from listed left join bodies b on b.id = listed.id left join areas a on a.id = b.area_id
      left join held h on h.body_id = listed.id
    order by listed.place`.execute(db);
  return { rows: rows.filter(({ id }) => id).map(asListed), found: rows[0]?.found ?? undefined };
}

const asListed = ({ held, by, found: _, ...body }: Row): ListedBody => ({
  ...body,
  holders: (held ?? []).map((role, at) => ({ role, name: by![at]! })),
});

/** Beyond the last page there is one row without a body, which says how many were found. What words there are none of find nothing. */
function found(asked: BodiesAsked): RawBuilder<unknown> {
  const beginnings = beginningsOf(asked.words);
  if (asked.words && !beginnings.length) return sql`select null::uuid as id, 1 as place, 0 as found`;
  const areas = asked.area ? sql`array(${areasWithin(areasNamed(asked.area))})` : sql`null::uuid[]`;
  return sql`select one.id, one.place, f.found
    from bodies_found(${rangesOf(beginnings)}, ${asked.kind}, ${areas},
      ${(asked.page - 1) * BODIES_ON_A_PAGE}::int, ${sql.lit(BODIES_ON_A_PAGE)}) f
    left join lateral unnest(f.ids) with ordinality one (id, place) on true`;
}
