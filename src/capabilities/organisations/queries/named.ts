import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { NAMED, type Named, type NamedKind } from '../named.ts';

const columns = (kind: NamedKind) => {
  const { called, within } = NAMED[kind];
  const area = kind === 'post' ? sql.ref('area_id') : sql`null::uuid`;
  return sql`id, ${kind} as kind, ${sql.ref(called)} as name, ${sql.ref(within)} as within, ${area} as area,
    ended_at as "endedAt", version`;
};

/** A department, post, team or portfolio; `held`: until the transaction ends, so that two who change it stand in line. */
export async function namedById(
  { db }: Within,
  kind: NamedKind,
  id: string,
  held?: 'held',
): Promise<Named | undefined> {
  const { rows } = await sql<Named>`
    select ${columns(kind)} from ${sql.table(NAMED[kind].table)} where id = ${id}
    ${held ? sql`for update` : sql``}`.execute(db);
  return rows[0];
}

/** Those of this name that have not ended. */
export async function namedCalled({ db }: Within, kind: NamedKind, name: string): Promise<Named[]> {
  const { table } = NAMED[kind];
  const { rows } = await sql<Named>`
    select ${columns(kind)} from ${sql.table(table)}
    where name_key = lower(${name}) and ended_at is null order by id limit 10`.execute(db);
  return rows;
}

/** Those that have not ended, of a kind of which there are few; by name. */
export async function allNamed({ db }: Within, kind: NamedKind): Promise<Named[]> {
  const { table } = NAMED[kind];
  const { rows } = await sql<Named>`
    select ${columns(kind)} from ${sql.table(table)} where ended_at is null
    order by name_key, id limit 5000`.execute(db);
  return rows;
}

/** Of a department: the posts or teams that have not ended, or the departments that are part of it. */
export async function namedWithin({ db }: Within, kind: NamedKind, parent: string): Promise<Named[]> {
  const { table, called, within } = NAMED[kind];
  const { rows } = await sql<Named>`
    select ${columns(kind)} from ${sql.table(table)} where ${sql.ref(within)} = ${parent} and ended_at is null
    order by lower(${sql.ref(called)}), id limit 200`.execute(db);
  return rows;
}

/** The department that somebody belongs to, and those that it is a part of, as far as they have not ended. */
export async function departmentsOver({ db }: Within, person: string): Promise<Named[]> {
  const { rows } = await sql<Named>`
    with recursive over (id) as (
      select department_id from people where id = ${person}
      union
      select d.part_of from over join departments d on d.id = over.id)
    select d.id, 'department' as kind, d.name, d.part_of as within, null::uuid as area, d.ended_at as "endedAt", d.version
    from over join departments d on d.id = over.id where d.ended_at is null`.execute(db);
  return rows;
}
