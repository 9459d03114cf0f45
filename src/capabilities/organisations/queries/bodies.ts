import { type RawBuilder, sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { Body } from '../body.ts';
import { areasWithin } from './areas-within.ts';
import { idsByWords } from './directory-words.ts';

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

/** `areas`: in one of them, or in a part of it. */
export type BodiesAsked = { words?: string; kind?: string; areas?: string[]; page: number };
export const BODIES_ON_A_PAGE = 50;

/** `holders`: who holds which role today, "chair: Ann Reed". */
export type ListedBody = Pick<Body, 'id' | 'kind' | 'name' | 'startsOn' | 'endsOn' | 'roles'> & {
  area: string | null;
  holders: { role: string; name: string }[];
};

/** A page of them by name, each with its area and with who holds its roles, which are looked up for the page alone. */
export async function listBodies(
  { db }: Within,
  asked: BodiesAsked,
  today: Temporal.PlainDate,
): Promise<ListedBody[]> {
  const { rows } = await sql<ListedBody>`
    with listed as materialized (
      select b.id, b.kind, b.name, b.area_id, b.roles, b.starts_on, b.ends_on from bodies b
      where ${conditions(asked)} order by lower(b.name), b.id
      limit ${sql.lit(BODIES_ON_A_PAGE)} offset ${(asked.page - 1) * BODIES_ON_A_PAGE})
    select b.id, b.kind, b.name, b.roles, b.starts_on as "startsOn", b.ends_on as "endsOn", a.name as area,
      coalesce((select jsonb_agg(jsonb_build_object('role', h.role, 'name', h.name) order by h.role, h.name)
        from role_holders h where h.body_id = b.id and (h.starts_on is null or h.starts_on <= ${today})
          and (h.ends_on is null or h.ends_on >= ${today})), '[]') as holders
    from listed b left join areas a on a.id = b.area_id
    order by lower(b.name), b.id`.execute(db);
  return rows;
}

export async function countBodies({ db }: Within, asked: BodiesAsked): Promise<number> {
  const { rows } = await sql<{ found: number }>`
    select count(*)::int as found from bodies b where ${conditions(asked)}`.execute(db);
  return rows[0]!.found;
}

function conditions({ words, kind, areas }: BodiesAsked): RawBuilder<unknown> {
  const all = [sql`true`];
  if (kind) all.push(sql`b.kind = ${kind}`);
  if (areas) all.push(sql`b.area_id in (${areasWithin(areas)})`);
  // told apart by "or", so that the order is walked and nothing sorted, however many a word finds
  if (words)
    all.push(
      sql`(b.id in (${idsByWords('body', words)}) or b.id in (
        select h.body_id from role_holders h where h.id in (${idsByWords('role holder', words)})))`,
    );
  return sql.join(all, sql` and `);
}
