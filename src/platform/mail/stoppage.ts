import type { OutboxDb } from './outbox-tables.ts';
import { nextTryOfServer } from './rules/next-try.ts';
import type { Outcome } from './transport/transport.ts';

/** While a server cannot be reached or lets nobody in: since when, why, and when it is tried again. */
export type Stoppage = {
  since: Temporal.Instant;
  nextTryAt: Temporal.Instant;
  problem: string;
  answer: string;
};

export async function currentStoppage(db: Pick<OutboxDb, 'selectFrom'>): Promise<Stoppage | undefined> {
  const row = await db.selectFrom('mail_stoppages').selectAll().executeTakeFirst();
  return row && { since: row.since, nextTryAt: row.next_try_at, problem: row.problem, answer: row.answer };
}

/** Begins with the first message that could not be handed over; each further one moves the next try on. */
export async function noteStoppage(
  db: OutboxDb,
  { problem = 'cut', answer }: Outcome,
  now: Temporal.Instant,
): Promise<void> {
  const known = await db.selectFrom('mail_stoppages').select('tries').executeTakeFirst();
  const tries = (known?.tries ?? 0) + 1;
  const said = { problem, answer, tries, next_try_at: nextTryOfServer(tries, now) };
  if (known) await db.updateTable('mail_stoppages').set(said).execute();
  else {
    await db
      .insertInto('mail_stoppages')
      .values({ ...said, since: now })
      .execute();
    await db.updateTable('organisations').set({ mail_is_stopped: true }).execute();
  }
}

/** Mail goes out again, or it was set up anew and deserves another try. */
export async function endStoppage(db: OutboxDb): Promise<void> {
  const { numDeletedRows } = await db.deleteFrom('mail_stoppages').executeTakeFirst();
  if (numDeletedRows) await db.updateTable('organisations').set({ mail_is_stopped: false }).execute();
}
