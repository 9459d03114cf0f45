import type { Claimed } from './claim.ts';
import type { OutboxDb, OutboxTables } from './outbox-tables.ts';
import { afterAttempt } from './rules/after-attempt.ts';
import { masked } from './rules/masked.ts';
import type { Outcome } from './transport/transport.ts';

/** What came of an attempt that was written down as begun. One that was taken for lost meanwhile is put right. */
export async function recordOutcome(
  db: OutboxDb,
  tables: OutboxTables,
  { id, attempt, text, secrets, giveUpAt }: Claimed,
  { outcome, problem = undefined, answer }: Outcome,
  now: Temporal.Instant,
): Promise<void> {
  const { state, nextTryAt } = afterAttempt(outcome, { tries: attempt, giveUpAt, now });
  const said = { problem: problem ?? null, answer };
  await db
    .updateTable(tables.attempts)
    .set({ ...said, outcome, ended_at: now })
    .where('message_id', '=', id)
    .where('number', '=', attempt)
    .execute();
  await db
    .updateTable(tables.messages)
    .set({
      ...said,
      state,
      next_try_at: nextTryAt,
      settled_at: state === 'waiting' ? null : now,
      // the letter box has it now: nobody needs to be let in by what is kept here
      ...(state === 'accepted' && secrets.length && { text: masked(text, secrets), secrets: [] }),
    })
    .where('id', '=', id)
    .where('attempts', '=', attempt)
    .where('state', 'in', ['handed-over', 'unknown'])
    .execute();
}
