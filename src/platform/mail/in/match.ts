import { sql } from 'kysely';
import { z } from 'zod';
import type { Within } from '../../database/database.ts';
import type { Incoming } from './incoming.ts';

/** Which of our messages one that came in answers, and what tells. */
export type Match = { message: string; by: 'message-id' | 'address' };

const UUID = z.uuid().toLowerCase();

/** In days: somebody who writes later than that hardly means what they were written then. */
const LIKELY_WITHIN = 30;

/**
 * By the Message-ID that it names, or what we called it when it was handed over; else the last message to the address that wrote, or that a server speaks of. The
 * second is a guess, and shown as one. A machine's or a stranger's message is not guessed at.
 */
export async function matchOf(
  within: Within,
  { kind, answers, envelope, from, reports }: Incoming,
  cameAt: Temporal.Instant,
): Promise<Match | undefined> {
  const named = (await byHeaderId(within, answers)) ?? (await byEnvelope(within, envelope));
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

/** By what we called it when it was handed over: its identifier. */
async function byEnvelope({ db }: Within, envelope: string): Promise<string | undefined> {
  const id = UUID.safeParse(envelope).data;
  if (!id) return undefined;
  const found = await db.selectFrom('messages').select('id').where('id', '=', id).executeTakeFirst();
  return found?.id;
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
