import { type RawBuilder, sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { Area } from '../area.ts';
import { areasWithin } from './areas-within.ts';
import { idsByWords } from './directory-words.ts';

const COLUMNS = [
  'id',
  'kind',
  'name',
  'code',
  'part_of as partOf',
  'starts_on as startsOn',
  'ends_on as endsOn',
  'version',
] as const;

export async function areaById({ db }: Within, id: string): Promise<Area | undefined> {
  return db.selectFrom('areas').select(COLUMNS).where('id', '=', id).executeTakeFirst();
}

/** Held until the transaction ends, so that two who change it stand in line. */
export async function holdArea({ db }: Within, id: string): Promise<Area | undefined> {
  return db.selectFrom('areas').select(COLUMNS).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** All of them, for setting a file beside them and for choosing from; those that ended too. */
export function allAreas({ db }: Within): Promise<Area[]> {
  return db.selectFrom('areas').select(COLUMNS).orderBy('name_key').orderBy('id').execute();
}

export type AreasAsked = { words?: string; kind?: string; within?: string; page: number };
export const AREAS_ON_A_PAGE = 50;

export type ListedArea = Area & { above: string | null; parts: number; bodies: number };

/** A page of them by name, with what each is part of and how much is in it. */
export async function listAreas({ db }: Within, asked: AreasAsked): Promise<ListedArea[]> {
  const { rows } = await sql<ListedArea>`
    with listed as materialized (
      select a.id from areas a where ${conditions(asked)} order by a.name_key, a.id
      limit ${sql.lit(AREAS_ON_A_PAGE)} offset ${(asked.page - 1) * AREAS_ON_A_PAGE})
    select a.id, a.kind, a.name, a.code, a.part_of as "partOf", a.starts_on as "startsOn", a.ends_on as "endsOn", a.version,
      (select b.name from areas b where b.id = a.part_of) as above,
      (select count(*) from areas p where p.part_of = a.id)::int as parts,
      (select count(*) from bodies b where b.area_id = a.id)::int as bodies
    from listed join areas a on a.id = listed.id order by a.name_key, a.id`.execute(db);
  return rows;
}

export async function countAreas({ db }: Within, asked: AreasAsked): Promise<number> {
  const { rows } = await sql<{ found: number }>`
    select count(*)::int as found from areas a where ${conditions(asked)}`.execute(db);
  return rows[0]!.found;
}

function conditions({ words, kind, within }: AreasAsked): RawBuilder<unknown> {
  const all = [sql`true`];
  if (kind) all.push(sql`a.kind = ${kind}`);
  if (within) all.push(sql`a.part_of = ${within}`);
  if (words) all.push(sql`a.id = any (${idsByWords('area', words)})`);
  return sql.join(all, sql` and `);
}

export type AroundArea = { above: Area | undefined; parts: Area[]; bodies: number };

/** What an area is part of, what is part of it, and how many bodies are in it or in its parts. */
export async function aroundArea(within: Within, { id, partOf }: Area): Promise<AroundArea> {
  const { db } = within;
  const { rows } = await sql<{ bodies: number }>`
    select count(*)::int as bodies from bodies where area_id in (${areasWithin([id])})`.execute(db);
  return {
    above: partOf ? await areaById(within, partOf) : undefined,
    parts: await db
      .selectFrom('areas')
      .select(COLUMNS)
      .where('part_of', '=', id)
      .orderBy('name_key')
      .orderBy('id')
      .limit(200)
      .execute(),
    bodies: rows[0]!.bodies,
  };
}

/** The areas that a list is narrowed by, as many as a person can look through: those that are part of nothing first. */
export async function areasToChoose({ db }: Within): Promise<Area[]> {
  const rows = await db
    .selectFrom('areas')
    .select(COLUMNS)
    .orderBy(sql`part_of is not null`)
    .orderBy('name_key')
    .limit(200)
    .execute();
  return rows.sort((one, other) => one.name.localeCompare(other.name, 'en-GB'));
}
