import { isRefused, type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { partsOffered } from '../../../reading/pairs/parting.ts';
import type { Place } from '../../../reading/places.ts';
import type { SplitLine } from '../../../reading/reading.ts';
import { lineAt, neighbours } from '../queries/lines.ts';
import { withDropped, withJoined, withoutParted, withParted, withSplit } from '../rules/corrections.ts';
import { rowWords } from '../rules/row-words.ts';
import type { StoredLine } from '../stored-reading.ts';
import { type Done, type NotOpen, placeWords, readWith } from './read-with.ts';

/** Makes a row several lines, by the pairs that are offered for it, and has the document read again with that. */
export async function partRow(
  within: Within,
  id: string,
  { line }: StoredLine,
  now: Temporal.Instant,
): Promise<(Done & { lines: number }) | NotOpen | Refusal<'no-pairs'>> {
  const offered = partsOffered(line)?.length;
  if (!offered || line.parts) return refuse('no-pairs');
  const changes = [{ field: placeWords(line.at), before: 'one line', after: `${offered} lines` }];
  const done = await readWith(
    within,
    id,
    { corrections: earlier => withParted(earlier, line.at), changes },
    now,
  );
  return isRefused(done) ? done : { ...done, lines: offered };
}

/** Makes a row the lines that a person wrote, two or more, each with its own words for the cells that differ. */
export async function splitRow(
  within: Within,
  id: string,
  { line }: StoredLine,
  lines: SplitLine[],
  now: Temporal.Instant,
): Promise<Done | NotOpen | Refusal<'already-parted'>> {
  if (line.parts) return refuse('already-parted');
  const { table, row } = line.at;
  const split = { table, row, ...(line.joined ? { joined: line.joined.length } : {}), lines };
  const changes = [{ field: placeWords(line.at), before: 'one line', after: `${lines.length} lines` }];
  return readWith(within, id, { corrections: earlier => withSplit(earlier, split), changes }, now);
}

/** Makes the lines of a row one line again. */
export function joinRow(
  within: Within,
  id: string,
  { line }: StoredLine,
  now: Temporal.Instant,
): Promise<Done | NotOpen> {
  const { part: _part, ...at } = line.at;
  const changes = [{ field: placeWords(at), before: `${line.parts ?? 1} lines`, after: 'one line' }];
  return readWith(within, id, { corrections: earlier => withoutParted(earlier, at), changes }, now);
}

export type Dropped = Done & { lines: number };

/**
 * Leaves rows out that are no lines (a stray note, a total): their words go to the remainder, with the reason. Rows of
 * which several lines were made are left as they are.
 */
export async function dropRows(
  within: Within,
  id: string,
  places: Place[],
  reason: string,
  now: Temporal.Instant,
): Promise<Dropped | NotOpen | Refusal<'no-such-row'>> {
  const lines: StoredLine[] = [];
  for (const at of places) {
    const found = at.part === undefined ? await lineAt(within, id, at) : undefined;
    if (found) lines.push(found);
  }
  if (!lines.length) return refuse('no-such-row');
  const rows = lines.map(({ line: { at, printed } }) => ({
    table: at.table,
    row: at.row,
    reason,
    words: rowWords(printed),
  }));
  const changes = lines.map(({ line }) => ({
    field: placeWords(line.at),
    before: rowWords(line.printed),
    after: `left out: ${reason}`,
  }));
  const done = await readWith(
    within,
    id,
    { corrections: earlier => withDropped(earlier, rows), changes },
    now,
  );
  return isRefused(done) ? done : { ...done, lines: lines.length };
}

export type NotJoined = NotOpen | Refusal<'no-row-beside' | 'already-parted'>;

/** A row is the rest of the one above it in its table, or the one below is the rest of it. `at`: where the line stands then. */
export async function joinRows(
  within: Within,
  id: string,
  { line, position }: StoredLine,
  beside: 'above' | 'below',
  now: Temporal.Instant,
): Promise<(Done & { at: Place }) | NotJoined> {
  const { before, after } = await neighbours(within, id, position);
  const other = beside === 'above' ? before : after;
  if (!other || other.table !== line.at.table) return refuse('no-row-beside');
  if (line.parts || other.part !== undefined) return refuse('already-parted');
  const [upper, lower] = beside === 'above' ? [other, line.at] : [line.at, other];
  const row = { table: lower.table, row: lower.row, onto: upper.row };
  const changes = [{ field: placeWords(lower), before: 'a line', after: `joined to row ${upper.row + 1}` }];
  const done = await readWith(within, id, { corrections: earlier => withJoined(earlier, row), changes }, now);
  return isRefused(done) ? done : { ...done, at: { table: upper.table, row: upper.row } };
}
