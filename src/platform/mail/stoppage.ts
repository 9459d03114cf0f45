import { sql } from 'kysely';
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
  await db
    .insertInto('mail_stoppages')
    .values({ ...said, since: now })
    .onConflict(row =>
      row.column('organisation_id').doUpdateSet({ ...said, since: sql.ref('mail_stoppages.since') }),
    )
    .execute();
}

export async function endStoppage(db: OutboxDb): Promise<void> {
  await db.deleteFrom('mail_stoppages').execute();
}
