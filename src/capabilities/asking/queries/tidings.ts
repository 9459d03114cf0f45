import type { Within } from '../../../platform/database/database.ts';
import type { Tiding } from '../tiding.ts';

/** What waits to be told on a day, in the order in which it came. */
export function tidingsToTell({ db }: Within, today: Temporal.PlainDate): Promise<Tiding[]> {
  return db
    .selectFrom('tidings')
    .select(['id', 'person_id as person', 'title', 'lines', 'href'])
    .where('message_id', 'is', null)
    .where('until', '>=', today)
    .orderBy('made_at')
    .orderBy('id')
    .execute();
}
