import { sql } from 'kysely';
import { z } from 'zod';
import type { Within } from '../database/database.ts';
import { enqueue } from '../jobs/enqueue.ts';

/** What is asked for where names came to mean something else. Registers stand above the lines, so who does it lists the job. */
export const linkLinesAsked = {
  name: 'link-lines',
  payload: z.object({ plan: z.uuid(), line: z.uuid().optional() }),
};

/** Has all plans that use an entry linked anew. */
export async function linkAnew(within: Within, entry: string, now: Temporal.Instant): Promise<void> {
  const { rows } = await sql<{ plan: string }>`
    select plan_id as plan from register_tallies where entry_id = ${entry} and lines > 0 order by 1`.execute(
    within.db,
  );
  for (const { plan } of rows) await enqueue(within, linkLinesAsked, { plan }, now);
}
