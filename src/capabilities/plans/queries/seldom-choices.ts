import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';

export type Choice = { id: string; name: string };

/** What the seldom filters offer: the registers of the organisation, and the tags that lines have. */
export type SeldomChoices = { audiences: Choice[]; channels: Choice[]; tags: string[] };

/** More are no help in a select; the chosen one stands first in any case. */
const MOST = 200;

/** The tags are leapt over one by one, since a tag may stand on every line. */
export async function seldomChoices(
  { db }: Within,
  { audience, channel }: { audience?: string; channel?: string },
): Promise<SeldomChoices> {
  const found = await sql<SeldomChoices>`
    with recursive tag(name) as (
      (select tag from line_tags order by tag limit 1)
      union all
      select (select k.tag from line_tags k where k.tag > tag.name order by k.tag limit 1)
      from tag where tag.name is not null
    )
    select ${register('audiences', audience)} as audiences, ${register('channels', channel)} as channels,
      (select coalesce(json_agg(name), '[]')
        from (select name from tag where name is not null limit ${sql.lit(MOST)}) offered) as tags
  `.execute(db);
  return found.rows[0]!;
}

const register = (table: 'audiences' | 'channels', chosen: string | undefined) => sql`(
  select coalesce(json_agg(offered), '[]') from (select id, name from ${sql.table(table)}
    where ended_at is null or id = ${chosen ?? null}::uuid
    order by (id = ${chosen ?? null}::uuid) is true desc, lower(name) limit ${sql.lit(MOST)}) offered)`;
