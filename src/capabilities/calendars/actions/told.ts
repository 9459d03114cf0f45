import type { Within } from '../../../platform/database/database.ts';
import type { CalendarParts } from '../follows.ts';

/** Whoever hangs on a calendar learns in the same transaction that something of it is otherwise. */
export async function tellFollowers(
  within: Within,
  calendar: string,
  { follows }: CalendarParts,
  now: Temporal.Instant,
): Promise<void> {
  await within.db.updateTable('calendars').set({ changed_at: now }).where('id', '=', calendar).execute();
  for (const follow of follows) await follow(within, calendar, now);
}
