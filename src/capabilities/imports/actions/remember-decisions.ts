import { isRefused } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import type { Change } from '../../../platform/history/history.ts';
import type { Corrections } from '../../../reading/reading.ts';
import { allLines, linesAt } from '../queries/lines.ts';
import { lastAccepted, readingById } from '../queries/readings.ts';
import { type Remembered, remembered } from '../rules/remembered.ts';
import type { SettledDoubt, StoredReading } from '../stored-reading.ts';
import { placeWords, readWith } from './read-with.ts';

/**
 * Takes over what people decided while they checked the last edition of a plan: what columns hold, which rows are no
 * lines, which doubts they agreed with. To be called when a reading is said to be an edition of a plan, and with null
 * when it is said to be none after all: what had been taken over goes. True where the document is read again with that;
 * a reading that was not read yet, or is closed, takes nothing over.
 */
export async function rememberDecisions(
  within: Within,
  { reading: id, plan }: { reading: string; plan: string | null },
  now: Temporal.Instant,
): Promise<boolean> {
  const reading = await readingById(within, id);
  if (!reading?.outline || !isOpen(reading)) return false;
  const taken = plan ? await decidedBefore(within, reading, plan) : NOTHING;
  const changes = changesOf(taken);
  const had = ownOf(reading);
  if (!changes.length && !had) return false;
  const done = await readWith(
    within,
    id,
    {
      corrections: earlier => withTaken(withoutTaken(earlier), taken),
      settled: earlier => [...earlier.filter(isOwn), ...taken.settled],
      changes,
      action: 'took over from the last edition',
    },
    now,
  );
  return !isRefused(done);
}

const NOTHING: Remembered = { columns: [], dropped: [], settled: [] };

const isOpen = ({ status }: StoredReading): boolean => status === 'read' || status === 'waiting';
const isOwn = ({ from }: { from?: 'edition' }): boolean => from !== 'edition';

/** Whether something was taken over from an edition already. */
const ownOf = ({ corrections, settled }: StoredReading): boolean =>
  [...corrections.columns, ...(corrections.dropped ?? []), ...settled].some(one => !isOwn(one));

async function decidedBefore(within: Within, reading: StoredReading, plan: string): Promise<Remembered> {
  const before = await lastAccepted(within, plan, reading.id);
  if (!before?.outline || !reading.outline) return NOTHING;
  const { corrections, settled } = before;
  const answered = settled.filter(({ words }) => words === undefined);
  const asked = settled.length > 0 || Boolean(corrections.dropped?.length);
  return remembered(
    {
      tables: before.outline.tables,
      corrections,
      settled,
      lines: (await linesAt(within, before.id, answered)).map(({ line }) => line),
    },
    {
      tables: reading.outline.tables,
      corrections: withoutTaken(reading.corrections),
      lines: asked ? await allLines(within, reading.id) : [],
    },
  );
}

function withoutTaken(corrections: Corrections): Corrections {
  const { dropped } = corrections;
  return {
    ...corrections,
    columns: corrections.columns.filter(isOwn),
    ...(dropped ? { dropped: dropped.filter(isOwn) } : {}),
  };
}

const withTaken = (corrections: Corrections, { columns, dropped }: Remembered): Corrections => ({
  ...corrections,
  columns: [...corrections.columns, ...columns],
  ...(dropped.length ? { dropped: [...(corrections.dropped ?? []), ...dropped] } : {}),
});

const changesOf = ({ columns, dropped, settled }: Remembered): Change[] => [
  ...columns.map(({ table, column, meaning, name }) => ({
    field: `table ${table + 1}, column ${column + 1}`,
    before: null,
    after: name ? `${meaning}: ${name}` : meaning,
  })),
  ...dropped.map(one => ({ field: placeWords(one), before: one.words, after: `left out: ${one.reason}` })),
  ...settled.map((one: SettledDoubt) => ({
    field: `${placeWords(one)}, ${one.field}`,
    before: one.reason,
    after: 'as read',
  })),
];
