import { type Kysely, sql } from 'kysely';
import type { Within } from '../database/database.ts';
import { json } from '../database/json.ts';
import type { InstallationTables } from '../database/tables.ts';
import { enqueue } from '../jobs/enqueue.ts';
import type { Message } from './message.ts';
import { OF_INSTALLATION, OF_ORGANISATION, type OutboxDb } from './outbox-tables.ts';
import { put } from './put.ts';
import { SEND_MAIL } from './send-mail.ts';

/**
 * Puts a message into the outbox, in the transaction that causes it: undone with it, or sent for certain after it. Nothing
 * else leads out. One to an address that no server takes is kept as refused, so that whoever looks finds it.
 * @returns its identifier; that of the earlier one, where `once` was used before
 */
export async function putInOutbox(
  within: Within,
  message: Message,
  now: Temporal.Instant,
): Promise<{ message: string }> {
  const { messages } = await putManyInOutbox(within, [message], now);
  return { message: messages[0]! };
}

/** The same for many, in their order: what a daily run writes to everybody. */
export async function putManyInOutbox(
  within: Within,
  messages: Message[],
  now: Temporal.Instant,
): Promise<{ messages: string[] }> {
  const ids = await put(within.db as unknown as OutboxDb, OF_ORGANISATION, messages, now);
  if (ids.length) await enqueue(within, SEND_MAIL, { at: now.toString() }, now);
  return { messages: ids };
}

/** As `putInOutbox`, for whoever hands the message over by themselves and at once: nobody else is asked to. */
export async function putUnasked({ db }: Within, message: Message, now: Temporal.Instant): Promise<string> {
  const [id] = await put(db as unknown as OutboxDb, OF_ORGANISATION, [message], now);
  return id!;
}

/** A message that belongs to no organisation: a new password, for somebody who has not chosen one. */
export type InstallationMessage = Omit<Message, 'person'> & {
  /** Whose account: where the installation has no server of its own, that of an organisation they work for carries it. */
  account?: string;
};

/**
 * As `putInOutbox`, before an organisation is known. No page shows these, since whoever read them could be let in by them:
 * who runs the machine reads them at the command line. The queue knows jobs of organisations alone, so that one of the
 * first organisation carries the errand; where there is none yet, the message waits for it.
 */
export async function putInInstallationOutbox(
  db: Kysely<InstallationTables>,
  message: InstallationMessage,
  now: Temporal.Instant,
): Promise<{ message: string }> {
  const [id] = await put(db as unknown as OutboxDb, OF_INSTALLATION, [message], now);
  await sql`insert into queued_jobs (organisation_id, name, payload, queued_at)
    select id, ${SEND_MAIL.name}, ${json({ at: now.toString() })}, ${now} from organisations order by created_at limit 1`.execute(
    db,
  );
  return { message: id! };
}
