import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { json } from '../../../platform/database/json.ts';
import { record } from '../../../platform/history/history.ts';
import { lineAt } from '../queries.ts';
import { settledDoubt, withoutSettled } from '../rules/doubts.ts';
import type { SettledDoubt } from '../stored-reading.ts';

/**
 * A person agrees with what was read in spite of the doubt; it is not asked again, also after reading again.
 * Refused when the reading is closed, or the doubt is not there (any more).
 */
export async function settleDoubt(
  within: Within,
  id: string,
  doubt: SettledDoubt,
  now: Temporal.Instant,
): Promise<{ settled: SettledDoubt } | Refusal<'not-open' | 'no-such-doubt'>> {
  const reading = await within.db
    .selectFrom('readings')
    .select('settled')
    .where('id', '=', id)
    .where('status', '=', 'read')
    .forUpdate()
    .executeTakeFirst();
  if (!reading) return refuse('not-open');
  const found = await lineAt(within, id, doubt);
  const known = found?.line.doubts.find(one => one.field === doubt.field && one.reason === doubt.reason);
  if (!found || !known) return refuse('no-such-doubt');
  const settled = settledDoubt(found.line, known);
  const line = withoutSettled(found.line, [settled]);
  await within.db
    .updateTable('readings')
    .set({ settled: json([...(reading.settled as SettledDoubt[]), settled]) })
    .where('id', '=', id)
    .execute();
  await within.db
    .updateTable('reading_lines')
    .set({ line: json(line), doubts: line.doubts.length })
    .where('reading_id', '=', id)
    .where('position', '=', found.position)
    .execute();
  const change = { field: `line ${found.position}, ${known.field}`, before: known.reason, after: 'as read' };
  await record(within, { kind: 'reading', id }, 'settled a doubt', [change], now);
  return { settled };
}
