import type { Within } from '../../../platform/database/database.ts';
import { record } from '../../../platform/history/history.ts';
import { messageSubject } from '../subjects.ts';

/**
 * Shows somebody the words that are the addressee's alone, for a body that hands its messages over by other ways. That
 * they were looked at is written down: whoever has the link may answer in the addressee's name.
 */
export async function openWords(
  within: Within,
  id: string,
  now: Temporal.Instant,
): Promise<string | undefined> {
  const message = await within.db
    .selectFrom('messages')
    .select('text')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!message?.text) return undefined;
  await record(within, messageSubject(id), 'opened', [], now);
  return message.text;
}
