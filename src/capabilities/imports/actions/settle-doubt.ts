import { sql } from 'kysely';
import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { json } from '../../../platform/database/json.ts';
import { record } from '../../../platform/history/history.ts';
import { linesInDoubt } from '../queries/doubts.ts';
import { settledDoubt, withoutSettled } from '../rules/doubts.ts';
import type { SettledDoubt, StoredLine } from '../stored-reading.ts';

/**
 * A person agrees with what was read in spite of a doubt; it is not asked again, also after reading again. `alike`:
 * also wherever the document raises the very same doubt. Refused when the reading is closed, or the doubt is not there.
 */
export async function settleDoubt(
  within: Within,
  id: string,
  { alike, ...doubt }: SettledDoubt & { alike: boolean },
  now: Temporal.Instant,
): Promise<{ settled: number } | Refusal<'not-open' | 'no-such-doubt'>> {
  const reading = await within.db
    .selectFrom('readings')
    .select('settled')
    .where('id', '=', id)
    .where('status', '=', 'read')
    .forUpdate()
    .executeTakeFirst();
  if (!reading) return refuse('not-open');
  const lines = await linesInDoubt(within, id, doubt, alike ? undefined : doubt);
  if (!lines.length) return refuse('no-such-doubt');
  const settled = lines.map(({ line }) => settledDoubt(line, doubt));
  const earlier = reading.settled as SettledDoubt[];
  await within.db
    .updateTable('readings')
    .set({ settled: json([...earlier, ...settled]) })
    .where('id', '=', id)
    .execute();
  const left = lines.map(({ position, line }) => ({
    position,
    line: withoutSettled(line, [settledDoubt(line, doubt)]),
  }));
  await storeLines(within, id, left);
  const changes = lines.map(({ position }) => ({
    field: `line ${position}, ${doubt.field}`,
    before: doubt.reason,
    after: 'as read',
  }));
  await record(within, { kind: 'reading', id }, 'settled a doubt', changes, now);
  return { settled: settled.length };
}

/** All in one statement: the very same doubt may stand in thousands of lines. */
export async function storeLines({ db }: Within, reading: string, lines: StoredLine[]): Promise<void> {
  const rows = lines.map(({ position, line }) => ({ position, line, doubts: line.doubts.length }));
  await sql`
    update reading_lines as l set line = new.line, doubts = new.doubts
    from jsonb_to_recordset(${json(rows)}) as new (position int, line jsonb, doubts int)
    where l.reading_id = ${reading}::uuid and l.position = new.position
  `.execute(db);
}
