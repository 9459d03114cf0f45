import { type RawBuilder, sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { writtenOnce } from '../../../platform/database/written-once.ts';

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

const STANDS: RawBuilder<boolean> = sql`p.ended_on is null and p.line_there and pl.removed_at is null`;

const ask = writtenOnce(db =>
  db
    .selectFrom('commitments as c')
    .innerJoin('promises as p', 'p.id', 'c.promise_id')
    .innerJoin('plans as pl', 'pl.id', 'p.plan_id')
    .select(['p.id as promise', sql<number>`sum(count(*)) over ()::int`.as('places')])
    .select(sql<number>`count(*) over ()::int`.as('promises'))
    .where(sql<boolean>`c.by_area in ('none', 'several') and c.ended_on is null and ${STANDS}`)
    .groupBy('p.id')
    .orderBy(sql`count(*)`, 'desc')
    .orderBy('p.id')
    .limit(sql.lit(1)),
);

/** Of what whoever asks may see; begins with such places, of which there are few. */
export async function withoutPost(within: Within): Promise<WithoutPost | undefined> {
  return (await ask(within))[0];
}
