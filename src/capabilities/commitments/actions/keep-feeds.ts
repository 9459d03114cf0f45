import { sql } from 'kysely';
import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { record } from '../../../platform/history/history.ts';
import { newToken } from '../../access/index.ts';
import { type FeedOf, feedPath, feedSubject, MOST_FEEDS } from '../feed.ts';
import { namedFeed } from '../queries/feeds.ts';

export type NewFeed = { account: string; of: FeedOf; onlyEvents: boolean };

/** @returns its path, which is told this once and not stored */
export async function makeFeed(
  within: Within,
  { account, of, onlyEvents }: NewFeed,
  now: Temporal.Instant,
): Promise<{ path: string } | Refusal<'not-found' | 'too-many'>> {
  if (!(await namedFeed(within, of))) return refuse('not-found');
  if ((await openFeeds(within, account)) >= MOST_FEEDS) return refuse('too-many');
  const { token, digest } = newToken();
  const { id } = await within.db
    .insertInto('feeds')
    .values({
      account_id: account,
      of_kind: of.kind,
      of_id: of.id,
      only_events: onlyEvents,
      token_hash: digest,
      made_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await record(within, feedSubject(id), 'made', [{ field: 'of', before: null, after: of.kind }], now);
  return { path: feedPath(token) };
}

/** Counted by one at a time: of several forms sent at once each would find room for one more. */
async function openFeeds({ db }: Within, account: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`feeds of ${account}`}, 0))`.execute(db);
  const { open } = await db
    .selectFrom('feeds')
    .select(count => count.fn.countAll<number>().as('open'))
    .where('account_id', '=', account)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(open);
}

/** From this moment nothing reads it; only its own maker ends it here, and their leaving does. */
export async function revokeFeed(
  within: Within,
  { account, feed }: { account: string; feed: string },
  now: Temporal.Instant,
): Promise<{ revoked: boolean } | Refusal<'not-found'>> {
  const theirs = await within.db
    .selectFrom('feeds')
    .select('id')
    .where('id', '=', feed)
    .where('account_id', '=', account)
    .executeTakeFirst();
  if (!theirs) return refuse('not-found');
  const done = await within.db
    .updateTable('feeds')
    .set({ revoked_at: now, revoked_by: within.actor.name })
    .where('id', '=', feed)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  const revoked = done.numUpdatedRows === 1n;
  if (revoked) await record(within, feedSubject(feed), 'ended', [], now);
  return { revoked };
}
