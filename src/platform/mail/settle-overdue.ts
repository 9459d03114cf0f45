import { sql } from 'kysely';
import type { OutboxDb, OutboxTables } from './outbox-tables.ts';

/** An attempt takes a few minutes at most (transport/connect); one without an end after so long lost its worker. */
const LOST_AFTER = Temporal.Duration.from({ minutes: 10 });

/**
 * What nobody is at work on any more. A message whose attempt never ended may have arrived, so that it is left alone until
 * a person decides; one that waited until its time was over is given up.
 */
export async function settleOverdue(
  db: OutboxDb,
  tables: OutboxTables,
  now: Temporal.Instant,
): Promise<void> {
  const [messages, attempts] = [sql.table(tables.messages), sql.table(tables.attempts)];
  await sql`
    with lost as (
      update ${messages} set state = 'unknown', settled_at = ${now}, problem = 'worker-ended', answer = null
      where state = 'handed-over' and begun_at < ${now.subtract(LOST_AFTER)} returning id, attempts)
    update ${attempts} a set outcome = 'unknown', problem = 'worker-ended', ended_at = ${now}
    from lost where a.message_id = lost.id and a.number = lost.attempts`.execute(db);
  await db
    .updateTable(tables.messages)
    .set({ state: 'given-up', settled_at: now, problem: sql<string>`coalesce(problem, 'time-over')` })
    .where('state', '=', 'waiting')
    .where('give_up_at', '<=', now)
    .execute();
}

/** What was erased before it left leaves no more. */
export async function settleErased(db: OutboxDb, tables: OutboxTables, now: Temporal.Instant): Promise<void> {
  await db
    .updateTable(tables.messages)
    .set({ state: 'given-up', settled_at: now, problem: 'erased' })
    .where('state', '=', 'waiting')
    .where('text', 'is', null)
    .execute();
}
