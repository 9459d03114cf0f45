import type { Within } from '../database/database.ts';
import { json } from '../database/json.ts';
import type { Job } from './job.ts';

/** Asks for a job in the transaction that causes it: undone with it, or done for certain after it. */
export async function enqueue<Payload>(
  { db }: Within,
  job: Pick<Job<Payload>, 'name' | 'payload'>,
  payload: Payload,
  now: Temporal.Instant,
): Promise<void> {
  await db
    .insertInto('queued_jobs')
    .values({ name: job.name, payload: json(job.payload.parse(payload)), queued_at: now })
    .execute();
}
