import { type RawBuilder, sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';

/** Of those for whom a promise is kept: how many the post of their area does it for, and how many have none. */
export type ByPosts = { found: number; without: number };

/** Of each promise where posts of areas are meant; of others nothing. */
export async function byPosts({ db }: Within, promises: string[]): Promise<Map<string, ByPosts>> {
  if (!promises.length) return new Map();
  const { rows } = await sql<ByPosts & { promise: string }>`
    select promise_id as promise, count(*) filter (where by_area = 'found')::int as found,
      count(*) filter (where by_area <> 'found')::int as without
    from commitments where promise_id = any(${promises}::uuid[]) and ended_on is null and by_area is not null
    group by 1`.execute(db);
  return new Map(rows.map(row => [row.promise, row]));
}

/** How many places that promises are kept for have no post that does it, in how many, and that with most of them. */
export type WithoutPost = { places: number; promises: number; promise: string };

/** Of what whoever asks may see; begins with such places, of which there are few. A row of WithoutPost, or none. */
export const PLACES_WITHOUT_POST: RawBuilder<unknown> = sql`
  select p.id as promise, (sum(count(*)) over ())::int as places, (count(*) over ())::int as promises
  from commitments c join promises p on p.id = c.promise_id join plans pl on pl.id = p.plan_id
  where c.by_area in ('none', 'several') and c.ended_on is null and p.ended_on is null and p.line_there and pl.removed_at is null
  group by p.id order by count(*) desc, p.id limit 1`;
