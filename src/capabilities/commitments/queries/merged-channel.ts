import { type RawBuilder, sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { FeedOf } from '../feed.ts';

/** The channel that one was merged into since, or itself; a select of one id. */
export const channelNow = (id: RawBuilder<string | null>): RawBuilder<string> => sql`
  with recursive led (id, merged_into) as (
    select id, merged_into from channels where id = ${id}
    union
    select c.id, c.merged_into from led join channels c on c.id = led.merged_into
  ) select id from led where merged_into is null`;

/**
 * What a feed shows today: a channel that was merged into another since has given it its lines, and the feed follows them.
 * Nobody makes a feed anew because a register was put in order.
 */
export async function followMerged({ db }: Within, of: FeedOf): Promise<FeedOf> {
  if (of.kind !== 'channel') return of;
  const { rows } = await sql<{ id: string }>`${channelNow(sql`${of.id}`)}`.execute(db);
  return rows[0] ? { kind: 'channel', id: rows[0].id } : of;
}
