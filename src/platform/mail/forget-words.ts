import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { defineJob } from '../jobs/job.ts';
import { TIMED_PAYLOAD } from '../jobs/timed.ts';
import { OF_INSTALLATION, OF_ORGANISATION, type OutboxDb, type OutboxTables } from './outbox-tables.ts';

/** How long the words of a message are kept after it was settled; the record that it was written is kept. */
export const WORDS_KEPT = { days: 90 };

/** What belongs to no organisation lets people in, and is of no use to anybody after this. */
const INSTALLATION_KEPT = { days: 7 };

const inHours = ({ days }: { days: number }): Temporal.DurationLike => ({ hours: 24 * days });

/** Comes once a day. Safe to run twice: what has no words any more is not looked at. */
export const forgetWordsJob = (database: Database) =>
  defineJob({
    name: 'forget-mail',
    payload: TIMED_PAYLOAD,
    expireInSeconds: 300,
    retryLimit: 2,
    run: async (_payload, { within, clock }) => {
      const now = clock.now();
      await within(({ db }) =>
        forget(db as unknown as OutboxDb, OF_ORGANISATION, now.subtract(inHours(WORDS_KEPT))),
      );
      await database.beforeOrganisation(db =>
        forget(db as unknown as OutboxDb, OF_INSTALLATION, now.subtract(inHours(INSTALLATION_KEPT))),
      );
    },
  });

async function forget(db: OutboxDb, tables: OutboxTables, before: Temporal.Instant): Promise<void> {
  await db
    .updateTable(tables.messages)
    .set({ text: null, secrets: sql<string[]>`'{}'` })
    .where('text', 'is not', null)
    .where('state', '!=', 'waiting')
    .where('settled_at', '<', before)
    .execute();
}
