import { sql } from 'kysely';
import type { Within } from '../../database/database.ts';
import type { Incoming } from './incoming.ts';

/** Which of our messages one that came in answers, and what tells. */
export type Match = { message: string; by: 'message-id' | 'address' };

/** In days: somebody who writes later than that hardly means what they were written then. */
const LIKELY_WITHIN = 30;

/**
 * By the Message-ID that it names; else the last message to the address that wrote, or that a server speaks of. The
 * second is a guess, and shown as one. A machine's or a stranger's message is not guessed at.
 */
export async function matchOf(
  within: Within,
  { kind, answers, from, reports }: Incoming,
  cameAt: Temporal.Instant,
): Promise<Match | undefined> {
  const named = await byHeaderId(within, answers);
  if (named) return { message: named, by: 'message-id' };
  if (kind !== 'reply' && kind !== 'bounce' && kind !== 'delay') return undefined;
  const addresses = kind === 'reply' ? [from.address] : reports.map(({ address }) => address);
  const likely = await lastTo(within, addresses, cameAt);
  return likely ? { message: likely, by: 'address' } : undefined;
}

async function byHeaderId({ db }: Within, answers: string[]): Promise<string | undefined> {
  if (!answers.length) return undefined;
  const { rows } = await sql<{ id: string }>`
    select m.id from messages m join unnest(${answers}::text[]) with ordinality as a (named, place)
      on m.message_header_id in (a.named, '<' || a.named || '>')
    order by a.place limit 1`.execute(db);
  return rows[0]?.id;
}

async function lastTo(
  { db }: Within,
  addresses: string[],
  before: Temporal.Instant,
): Promise<string | undefined> {
  if (!addresses.length) return undefined;
  const found = await db
    .selectFrom('messages')
    .select('id')
    .where(sql`lower(to_address)`, 'in', addresses)
    .where('put_at', '<=', before)
    .where('put_at', '>', before.subtract({ hours: 24 * LIKELY_WITHIN }))
    .orderBy('put_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found?.id;
}
