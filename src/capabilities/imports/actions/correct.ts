import { isRefused, type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { json } from '../../../platform/database/json.ts';
import { type Change, record } from '../../../platform/history/history.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { partsOffered } from '../../../reading/pairs/parting.ts';
import type { Place } from '../../../reading/places.ts';
import type { Corrections } from '../../../reading/reading.ts';
import { readDocumentJob } from '../jobs.ts';
import { withCells, withColumns, withoutParted, withParted } from '../rules/corrections.ts';
import type { StoredLine } from '../stored-reading.ts';

/** A reading that became a plan, or was discarded, is no longer put right. */
export type NotOpen = Refusal<'not-open'>;
type Done = { version: number };

/** Says what columns hold, and has the document read again with that. */
export function correctColumns(
  within: Within,
  id: string,
  columns: (Corrections['columns'][number] & { before: string })[],
  now: Temporal.Instant,
): Promise<Done | NotOpen> {
  const changes = columns.map(({ table, column, meaning, before }) => ({
    field: `table ${table + 1}, column ${column + 1}`,
    before,
    after: meaning,
  }));
  const corrections = columns.map(({ before: _before, ...column }) => column);
  return correct(within, id, { with: earlier => withColumns(earlier, corrections), changes }, now);
}

/** Puts cells of lines right, and has the document read again with that. */
export function correctCells(
  within: Within,
  id: string,
  cells: (Corrections['cells'][number] & { before: string })[],
  now: Temporal.Instant,
): Promise<Done | NotOpen> {
  const changes = cells.map(({ field, text, before, ...at }) => ({
    field: `${placeWords(at)}, ${field}`,
    before,
    after: text,
  }));
  const corrections = cells.map(({ before: _before, ...cell }) => cell);
  return correct(within, id, { with: earlier => withCells(earlier, corrections), changes }, now);
}

/** Makes a row several lines, by the pairs that are offered for it, and has the document read again with that. */
export async function partRow(
  within: Within,
  id: string,
  { line }: StoredLine,
  now: Temporal.Instant,
): Promise<(Done & { lines: number }) | NotOpen | Refusal<'no-pairs'>> {
  const offered = partsOffered(line)?.length;
  if (!offered || line.parts) return refuse('no-pairs');
  const change = { field: placeWords(line.at), before: 'one line', after: `${offered} lines` };
  const parted = { with: (earlier: Corrections) => withParted(earlier, line.at), changes: [change] };
  const done = await correct(within, id, parted, now);
  return isRefused(done) ? done : { ...done, lines: offered };
}

/** Makes the lines of a row one line again. */
export function joinRow(
  within: Within,
  id: string,
  { line }: StoredLine,
  now: Temporal.Instant,
): Promise<Done | NotOpen> {
  const { part: _part, ...at } = line.at;
  const change = { field: placeWords(at), before: `${line.parts ?? 1} lines`, after: 'one line' };
  return correct(within, id, { with: earlier => withoutParted(earlier, at), changes: [change] }, now);
}

const placeWords = ({ table, row, part }: Place): string =>
  `table ${table + 1}, row ${row + 1}${part ? `, line ${part} of it` : ''}`;

/** Tries once more, after a file could not be read. */
export function readAgain(within: Within, id: string, now: Temporal.Instant): Promise<Done | NotOpen> {
  return correct(within, id, { with: earlier => earlier, changes: [] }, now);
}

async function correct(
  within: Within,
  id: string,
  what: { with: (earlier: Corrections) => Corrections; changes: Change[] },
  now: Temporal.Instant,
): Promise<Done | NotOpen> {
  const reading = await within.db
    .selectFrom('readings')
    .select(['corrections', 'version'])
    .where('id', '=', id)
    .where('status', 'in', ['waiting', 'read', 'unreadable'])
    .forUpdate()
    .executeTakeFirst();
  if (!reading) return refuse('not-open');
  const version = reading.version + 1;
  const corrections = what.with(reading.corrections as Corrections);
  await within.db
    .updateTable('readings')
    .set({ corrections: json(corrections), version, status: 'waiting', problem: null })
    .where('id', '=', id)
    .execute();
  const action = what.changes.length ? 'put right' : 'had it read again';
  await record(within, { kind: 'reading', id }, action, what.changes, now);
  await enqueue(within, readDocumentJob, { reading: id }, now);
  return { version };
}
