import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { json } from '../../../platform/database/json.ts';
import { record } from '../../../platform/history/history.ts';

/**
 * Nothing becomes of it: the document and all that was read of it are deleted. That it was given in, and by whom, and
 * who discarded it, stays. A reading that became a plan is not discarded: the plan shows its document.
 */
export async function discardReading(
  within: Within,
  id: string,
  now: Temporal.Instant,
): Promise<{ discarded: string } | Refusal<'not-open'>> {
  const reading = await within.db
    .selectFrom('readings')
    .select(['file_id', 'file_name'])
    .where('id', '=', id)
    .where('status', 'in', ['waiting', 'read', 'unreadable'])
    .forUpdate()
    .executeTakeFirst();
  if (!reading) return refuse('not-open');
  const nothing = {
    outline: null,
    beside: null,
    settled: json([]),
    owner_answers: json({ names: {}, cells: {} }),
    corrections: json({ columns: [], cells: [] }),
  };
  await within.db
    .updateTable('readings')
    .set({ status: 'discarded', ...nothing, problem: null, file_id: null })
    .where('id', '=', id)
    .execute();
  await within.db.deleteFrom('reading_lines').where('reading_id', '=', id).execute();
  if (reading.file_id) await within.db.deleteFrom('files').where('id', '=', reading.file_id).execute();
  await record(within, { kind: 'reading', id }, 'discarded', [], now);
  return { discarded: reading.file_name };
}
