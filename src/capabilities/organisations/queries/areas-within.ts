import { type RawBuilder, sql } from 'kysely';

/** Areas and everything that is part of them, in however many steps; a ring ends where it closes. */
export const areasWithin = (areas: string[] | RawBuilder<unknown>): RawBuilder<unknown> => sql`
  with recursive inside (id) as (
    ${Array.isArray(areas) ? sql`select unnest(${areas}::uuid[])` : areas}
    union
    select p.id from inside join areas p on p.part_of = inside.id
  ) select id from inside`;

/** The areas of a name; several where two have it. */
export const areasNamed = (name: string): RawBuilder<unknown> =>
  sql`select id from areas where name_key = lower(${name})`;
