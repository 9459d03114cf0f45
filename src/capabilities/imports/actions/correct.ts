import type { Within } from '../../../platform/database/database.ts';
import type { Corrections } from '../../../reading/reading.ts';
import { withCells, withColumns } from '../rules/corrections.ts';
import { type Done, type NotOpen, placeWords, readWith } from './read-with.ts';

/** Says what columns hold, and has the document read again with that. */
export function correctColumns(
  within: Within,
  id: string,
  columns: (Corrections['columns'][number] & { before: string })[],
  now: Temporal.Instant,
): Promise<Done | NotOpen> {
  const changes = columns.map(({ table, column, meaning, name, before }) => ({
    field: `table ${table + 1}, column ${column + 1}`,
    before,
    after: name ? `${meaning}: ${name}` : meaning,
  }));
  const corrections = columns.map(({ before: _before, ...column }) => column);
  return readWith(within, id, { corrections: earlier => withColumns(earlier, corrections), changes }, now);
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
  return readWith(within, id, { corrections: earlier => withCells(earlier, corrections), changes }, now);
}

/** Tries once more, after a file could not be read. */
export function readAgain(within: Within, id: string, now: Temporal.Instant): Promise<Done | NotOpen> {
  return readWith(within, id, { changes: [] }, now);
}
