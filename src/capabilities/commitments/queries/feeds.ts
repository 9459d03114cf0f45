import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { FeedKind, FeedOf } from '../feed.ts';
import { channelNow } from './merged-channel.ts';

export type Feed = {
  id: string;
  kind: FeedKind;
  of: string | null;
  /** Of the plan, channel or area; null where that is not there any more, or may not be seen. */
  name: string | null;
  marked: boolean;
  onlyEvents: boolean;
  madeAt: Temporal.Instant;
  readAt: Temporal.Instant | null;
  revokedAt: Temporal.Instant | null;
  revokedBy: string;
};

const LISTED = 200;

/** Those that somebody made, the last first. */
export async function feedsOf({ db }: Within, account: string): Promise<Feed[]> {
  const { rows } = await sql<Feed>`
    select f.id, f.of_kind as kind, f.of_id as of, coalesce(p.title, k.name, a.name) as name,
      coalesce(p.marking = 'OFFICIAL-SENSITIVE', false) as marked, f.only_events as "onlyEvents", f.made_at as "madeAt",
      f.read_at as "readAt", f.revoked_at as "revokedAt", f.revoked_by as "revokedBy"
    from feeds f
    left join plans p on f.of_kind = 'plan' and p.id = f.of_id and p.removed_at is null
    left join channels k on f.of_kind = 'channel' and k.id = (${channelNow(sql.ref('f.of_id'))})
    left join areas a on f.of_kind = 'area' and a.id = f.of_id
    where f.account_id = ${account} order by f.made_at desc, f.id limit ${sql.lit(LISTED)}`.execute(db);
  return rows;
}

/** How a plan, channel or area is called, and whether a plan is marked; nothing where it is not there, or may not be seen. */
export async function namedFeed(
  { db }: Within,
  of: FeedOf,
): Promise<{ name: string; marked: boolean } | undefined> {
  if (of.kind === 'person') return { name: '', marked: false };
  const from = {
    plan: sql`select title as name, marking = 'OFFICIAL-SENSITIVE' as marked from plans where id = ${of.id} and removed_at is null`,
    channel: sql`select name, false as marked from channels where id = ${of.id}`,
    area: sql`select name, false as marked from areas where id = ${of.id}`,
  }[of.kind];
  const { rows } = await sql<{ name: string; marked: boolean }>`${from}`.execute(db);
  return rows[0];
}
