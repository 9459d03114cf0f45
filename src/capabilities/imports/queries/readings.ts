import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { Corrections } from '../../../reading/reading.ts';
import type { Resembling } from '../rules/edition/resembling.ts';
import type { Beside, Outline, ReadingStatus, SettledDoubt, StoredReading } from '../stored-reading.ts';

/** All but `beside`, which may be long and is asked for by itself. */
const SHOWN = [
  'id',
  'status',
  'file_id',
  'file_name',
  'file_size',
  'problem',
  'outline',
  'doubts',
  'doubtful_lines',
  'owner_doubts',
  'corrections',
  'settled',
  'version',
  'read_version',
  'milliseconds',
  'plan_id',
  'edition_of',
  'edition_settled',
  'resembles',
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
      doubts: { doubts: row.doubts, lines: row.doubtful_lines, owners: row.owner_doubts },
      corrections: row.corrections as Corrections,
      settled: row.settled as SettledDoubt[],
      version: row.version,
      readVersion: row.read_version,
      milliseconds: row.milliseconds,
      planId: row.plan_id,
      edition: {
        of: row.edition_of,
        settled: row.edition_settled,
        resembles: row.resembles as Resembling[],
      },
      givenBy: row.given_by,
      givenAt: row.given_at,
    }
  );
}

/** The reading that a plan was last made or updated of; `but`: the one at hand. */
export async function lastAccepted(
  within: Within,
  plan: string,
  but: string,
): Promise<StoredReading | undefined> {
  const last = await within.db
    .selectFrom('readings')
    .select('id')
    .where('plan_id', '=', plan)
    .where('status', '=', 'accepted')
    .where('id', '!=', but)
    .orderBy('given_at', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return last && readingById(within, last.id);
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
  /** What it became, or was worked into. */
  plan: { id: string; title: string } | null;
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
    .leftJoin('plans as p', join => join.onRef('p.id', '=', 'r.plan_id').on('p.removed_at', 'is', null))
    .select(['r.id', 'r.status', 'r.given_at', 'r.given_by', 'p.id as plan', 'p.title'])
    .where('mine.id', '=', id)
    .whereRef('r.given_at', '<', 'mine.given_at')
    .where('r.status', 'in', ['waiting', 'read', 'accepted'])
    .orderBy('r.given_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      status: row.status as ReadingStatus,
      plan: row.plan && row.title ? { id: row.plan, title: row.title } : null,
      givenAt: row.given_at,
      givenBy: row.given_by,
    }
  );
}

export type ListedReading = Pick<
  StoredReading,
  'id' | 'status' | 'problem' | 'planId' | 'givenBy' | 'givenAt'
> & {
  fileName: string;
  title: string | null;
  lines: number | null;
  /** Somebody said that it is a later edition of a plan. */
  isEdition: boolean;
};

/** Newest first. `open`: those that wait for a person or the reader; otherwise those that are done with. */
export async function listReadings(
  { db }: Within,
  { open, most, after = 0 }: { open: boolean; most: number; after?: number },
): Promise<ListedReading[]> {
  const rows = await db
    .selectFrom('readings as r')
    .leftJoin('plans as p', 'p.id', 'r.plan_id')
    .select(['r.id', 'r.status', 'r.problem', 'r.plan_id', 'r.given_by', 'r.given_at', 'r.file_name'])
    .select('r.edition_of')
    .select([
      sql<string | null>`coalesce(p.title, r.outline #>> '{document,title}')`.as('title'),
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
    isEdition: row.edition_of !== null,
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
