import { type SelectQueryBuilder, sql } from 'kysely';
import type { Within } from '../../platform/database/database.ts';
import { json } from '../../platform/database/json.ts';
import type { OrganisationTables } from '../../platform/database/tables.ts';
import type { Corrections, ReadLine } from '../../reading/reading.ts';
import type {
  Beside,
  Outline,
  ReadingStatus,
  SettledDoubt,
  StoredLine,
  StoredReading,
} from './stored-reading.ts';

/** All but `beside`, which may be long and is asked for by itself. */
const SHOWN = [
  'id',
  'status',
  'file_id',
  'file_name',
  'file_size',
  'problem',
  'outline',
  'corrections',
  'settled',
  'version',
  'read_version',
  'milliseconds',
  'plan_id',
  'given_by',
  'given_at',
] as const;

/** Undefined for a reading that is not there or is another organisation's. */
export async function readingById({ db }: Within, id: string): Promise<StoredReading | undefined> {
  const row = await db.selectFrom('readings').select(SHOWN).where('id', '=', id).executeTakeFirst();
  return (
    row && {
      id: row.id,
      status: row.status as ReadingStatus,
      file: { id: row.file_id, name: row.file_name, size: row.file_size },
      problem: row.problem,
      outline: row.outline as Outline | null,
      corrections: row.corrections as Corrections,
      settled: row.settled as SettledDoubt[],
      version: row.version,
      readVersion: row.read_version,
      milliseconds: row.milliseconds,
      planId: row.plan_id,
      givenBy: row.given_by,
      givenAt: row.given_at,
    }
  );
}

/** Only how far it has come; for asking often. */
export async function readingStatus({ db }: Within, id: string): Promise<ReadingStatus | undefined> {
  const row = await db.selectFrom('readings').select('status').where('id', '=', id).executeTakeFirst();
  return row?.status as ReadingStatus | undefined;
}

export async function besideLines({ db }: Within, id: string): Promise<Beside | undefined> {
  const row = await db.selectFrom('readings').select('beside').where('id', '=', id).executeTakeFirst();
  return (row?.beside ?? undefined) as Beside | undefined;
}

export async function fileContent({ db }: Within, id: string): Promise<Buffer> {
  return (await db.selectFrom('files').select('content').where('id', '=', id).executeTakeFirstOrThrow())
    .content;
}

export type EarlierReading = {
  id: string;
  status: ReadingStatus;
  givenAt: Temporal.Instant;
  givenBy: string;
};

/** The latest other reading of the very same file, byte for byte. */
export async function earlierReading({ db }: Within, id: string): Promise<EarlierReading | undefined> {
  const row = await db
    .selectFrom('readings as mine')
    .innerJoin('files as my_file', 'my_file.id', 'mine.file_id')
    .innerJoin('files as f', 'f.sha256', 'my_file.sha256')
    .innerJoin('readings as r', 'r.file_id', 'f.id')
    .select(['r.id', 'r.status', 'r.given_at', 'r.given_by'])
    .where('mine.id', '=', id)
    .whereRef('r.given_at', '<', 'mine.given_at')
    .where('r.status', 'in', ['waiting', 'read', 'accepted'])
    .orderBy('r.given_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (
    row && { id: row.id, status: row.status as ReadingStatus, givenAt: row.given_at, givenBy: row.given_by }
  );
}

export type ListedReading = Pick<
  StoredReading,
  'id' | 'status' | 'problem' | 'planId' | 'givenBy' | 'givenAt'
> & {
  fileName: string;
  title: string | null;
  lines: number | null;
};

/** Newest first. `open`: those that wait for a person or the reader; otherwise those that are done with. */
export async function listReadings(
  { db }: Within,
  { open, most, after = 0 }: { open: boolean; most: number; after?: number },
): Promise<ListedReading[]> {
  const rows = await db
    .selectFrom('readings as r')
    .select(['r.id', 'r.status', 'r.problem', 'r.plan_id', 'r.given_by', 'r.given_at', 'r.file_name'])
    .select([
      sql<string | null>`r.outline #>> '{document,title}'`.as('title'),
      sql<number | null>`(r.outline #>> '{figures,lines}')::int`.as('lines'),
    ])
    .where('r.status', open ? 'in' : 'not in', ['waiting', 'read', 'unreadable'])
    .orderBy('r.given_at', 'desc')
    .orderBy('r.id')
    .limit(most)
    .offset(after)
    .execute();
  return rows.map(row => ({
    id: row.id,
    status: row.status as ReadingStatus,
    problem: row.problem,
    planId: row.plan_id,
    givenBy: row.given_by,
    givenAt: row.given_at,
    fileName: row.file_name,
    title: row.title,
    lines: row.lines,
  }));
}

/** How many readings are done with; the open ones are few. */
export async function countDone({ db }: Within): Promise<number> {
  const { count } = await db
    .selectFrom('readings')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('status', 'in', ['accepted', 'discarded'])
    .executeTakeFirstOrThrow();
  return count;
}

type Lines = SelectQueryBuilder<OrganisationTables, 'reading_lines', { position: number; line: unknown }>;

const linesOf = ({ db }: Within, reading: string): Lines =>
  db
    .selectFrom('reading_lines')
    .select(['position', 'line'])
    .where('reading_id', '=', reading)
    .orderBy('position');

const stored = ({ position, line }: { position: number; line: unknown }): StoredLine => ({
  position,
  line: line as ReadLine,
});

export async function allLines(within: Within, reading: string): Promise<ReadLine[]> {
  return (await linesOf(within, reading).execute()).map(row => stored(row).line);
}

/** One page of the lines, in the order of the document; `doubtful`: only those with a doubt that nobody settled. */
export async function pageOfLines(
  within: Within,
  reading: string,
  { after, most, doubtful }: { after: number; most: number; doubtful: boolean },
): Promise<StoredLine[]> {
  const some = doubtful
    ? linesOf(within, reading).where('doubts', '>', 0).offset(after)
    : // positions run without a gap, so a page is found without counting its way there
      linesOf(within, reading).where('position', '>', after);
  return (await some.limit(most).execute()).map(stored);
}

export async function lineAt(
  within: Within,
  reading: string,
  { table, row }: { table: number; row: number },
): Promise<StoredLine | undefined> {
  const found = await linesOf(within, reading)
    .where('table_number', '=', table)
    .where('row_number', '=', row)
    .limit(1)
    .executeTakeFirst();
  return found && stored(found);
}

/** The lines before and after a place in the document, for going from one to the next. */
export async function neighbours(
  within: Within,
  reading: string,
  position: number,
): Promise<{ before?: ReadLine['at']; after?: ReadLine['at'] }> {
  const rows = await linesOf(within, reading)
    .where('position', 'in', [position - 1, position + 1])
    .execute();
  const at = (wanted: number) => rows.map(stored).find(row => row.position === wanted)?.line.at;
  return { before: at(position - 1), after: at(position + 1) };
}

export type DoubtCounts = {
  /** Doubts that nobody settled. */
  doubts: number;
  /** The lines they stand in. */
  lines: number;
  /** The lines in which an owner is to be settled. */
  owners: number;
};

export async function countDoubts({ db }: Within, reading: string): Promise<DoubtCounts> {
  return db
    .selectFrom('reading_lines')
    .select([
      sql<number>`coalesce(sum(doubts), 0)::int`.as('doubts'),
      sql<number>`count(*)::int`.as('lines'),
      sql<number>`(count(*) filter (where line -> 'doubts' @> '[{"field": "owner"}]'))::int`.as('owners'),
    ])
    .where('reading_id', '=', reading)
    .where('doubts', '>', 0)
    .executeTakeFirstOrThrow();
}

/** The doubt of a number, from 1, counted over the document's lines in their order. */
export async function doubtOfNumber(
  { db }: Within,
  reading: string,
  number: number,
): Promise<(StoredLine & { doubt: ReadLine['doubts'][number] }) | undefined> {
  const counted = db
    .selectFrom('reading_lines')
    .select(['position', 'doubts'])
    .select(sql<number>`(sum(doubts) over (order by position))::int`.as('so_far'))
    .where('reading_id', '=', reading)
    .where('doubts', '>', 0);
  const found = await db
    .selectFrom('reading_lines as l')
    .innerJoin(counted.as('counted'), 'counted.position', 'l.position')
    .select(['l.position', 'l.line', 'counted.doubts', 'counted.so_far'])
    .where('l.reading_id', '=', reading)
    .where('counted.so_far', '>=', number)
    .orderBy('l.position')
    .limit(1)
    .executeTakeFirst();
  if (!found) return undefined;
  const { line, position } = stored(found);
  const doubt = line.doubts[number - (found.so_far - found.doubts) - 1];
  return doubt && { line, position, doubt };
}

/** The lines that raise one doubt in the same words; at one place, or wherever they stand. */
export async function linesInDoubt(
  within: Within,
  reading: string,
  { field, reason }: ReadLine['doubts'][number],
  at?: { table: number; row: number },
): Promise<StoredLine[]> {
  const lines = linesOf(within, reading)
    .where('doubts', '>', 0)
    .where(sql<boolean>`line -> 'doubts' @> ${json([{ field, reason }])}`);
  const some = at ? lines.where('table_number', '=', at.table).where('row_number', '=', at.row) : lines;
  return (await some.execute()).map(stored);
}

/** How many lines raise a doubt in the same words. */
export async function countAlike(
  { db }: Within,
  reading: string,
  { field, reason }: ReadLine['doubts'][number],
): Promise<number> {
  const { count } = await db
    .selectFrom('reading_lines')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('reading_id', '=', reading)
    .where('doubts', '>', 0)
    .where(sql<boolean>`line -> 'doubts' @> ${json([{ field, reason }])}`)
    .executeTakeFirstOrThrow();
  return count;
}
