import { type RawBuilder, sql } from 'kysely';

/** An area and everything that is part of it, in however many steps; a ring ends where it closes. */
export const areasWithin = (area: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  with recursive inside (id) as (
    select ${area}
    union
    select p.id from inside join areas p on p.part_of = inside.id
  ) select id from inside`;
