import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { json } from '../../../platform/database/json.ts';
import { type Change, record } from '../../../platform/history/history.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import type { Place } from '../../../reading/places.ts';
import type { Corrections } from '../../../reading/reading.ts';
import { readDocumentJob } from '../jobs.ts';
import type { SettledDoubt } from '../stored-reading.ts';

/** A reading that became a plan, or was discarded, is no longer put right. */
export type NotOpen = Refusal<'not-open'>;
export type Done = { version: number };

type Otherwise = {
  corrections?: (earlier: Corrections) => Corrections;
  settled?: (earlier: SettledDoubt[]) => SettledDoubt[];
  changes: Change[];
  /** What history calls it; "put right" where it says nothing else. */
  action?: string;
};

/** Has the document read again with what was put right, in one transaction with saying so. */
export async function readWith(
  within: Within,
  id: string,
  { corrections: correct = same, settled: settle = same, changes, action }: Otherwise,
  now: Temporal.Instant,
): Promise<Done | NotOpen> {
  const reading = await within.db
    .selectFrom('readings')
    .select(['corrections', 'settled', 'version'])
    .where('id', '=', id)
    .where('status', 'in', ['waiting', 'read', 'unreadable'])
    .forUpdate()
    .executeTakeFirst();
  if (!reading) return refuse('not-open');
  const version = reading.version + 1;
  const corrections = correct(reading.corrections as Corrections);
  const settled = settle(reading.settled as SettledDoubt[]);
  await within.db
    .updateTable('readings')
    .set({
      corrections: json(corrections),
      settled: json(settled),
      version,
      status: 'waiting',
      problem: null,
    })
    .where('id', '=', id)
    .execute();
  const called = action ?? (changes.length ? 'put right' : 'had it read again');
  await record(within, { kind: 'reading', id }, called, changes, now);
  await enqueue(within, readDocumentJob, { reading: id }, now);
  return { version };
}

const same = <Value>(earlier: Value): Value => earlier;

/** Where in the document something was put right, for its history. */
export const placeWords = ({ table, row, part }: Place): string =>
  `table ${table + 1}, row ${row + 1}${part ? `, line ${part} of it` : ''}`;
