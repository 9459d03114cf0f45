import type { Kysely } from 'kysely';
import type { DB } from '../database/generated.ts';

/**
 * An organisation's messages, and those of no organisation, stand in tables of the same columns. What is done with them
 * is written once, over the names of the first.
 */
export type OutboxDb = Kysely<Pick<DB, 'messages' | 'message_attempts' | 'mail_stoppages' | 'organisations'>>;

export type OutboxTables = { messages: 'messages'; attempts: 'message_attempts' };

export const OF_ORGANISATION: OutboxTables = { messages: 'messages', attempts: 'message_attempts' };

export const OF_INSTALLATION = {
  messages: 'installation_messages',
  attempts: 'installation_message_attempts',
} as unknown as OutboxTables;
