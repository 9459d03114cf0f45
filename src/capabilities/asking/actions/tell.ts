import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { MOST_LINES, type NewTiding } from '../tiding.ts';

/** Tells somebody something in their next daily message, or whoever stands in for them by then. */
export async function tell({ db }: Within, tiding: NewTiding, now: Temporal.Instant): Promise<void> {
  await db
    .insertInto('tidings')
    .values({
      person_id: tiding.person,
      title: tiding.title,
      lines: sql<string[]>`${tiding.lines.slice(0, MOST_LINES)}::text[]`,
      href: tiding.href,
      until: tiding.until,
      once: tiding.once,
      made_at: now,
    })
    .onConflict(told => told.columns(['organisation_id', 'once']).doNothing())
    .execute();
}
