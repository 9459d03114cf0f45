import { type RawBuilder, sql } from 'kysely';

/** An area as a title has it behind it: "Mill ward", and no "Mill ward ward"; null where the row has none. */
export const areaSaid = (area: string): RawBuilder<string | null> => {
  const [name, kind] = [sql.ref(`${area}.name`), sql.ref(`${area}.kind`)];
  return sql`(case when right(lower(${name}), length(${kind})) = ${kind} then ${name} else ${name} || ' ' || ${kind} end)`;
};

/** How a post is called: "Ward sergeant, Mill ward"; its title alone where it is for no area. `area`: left joined to it. */
export const postCalled = (post: string, area: string): RawBuilder<string> =>
  sql`concat_ws(', ', ${sql.ref(`${post}.title`)}, ${areaSaid(area)})`;
