import { type RawBuilder, sql } from 'kysely';

/** Areas and everything that is part of them, in however many steps; a ring ends where it closes. */
export const areasWithin = (areas: string[]): RawBuilder<unknown> => sql`
  with recursive inside (id) as (
    select unnest(${areas}::uuid[])
    union
    select p.id from inside join areas p on p.part_of = inside.id
  ) select id from inside`;
