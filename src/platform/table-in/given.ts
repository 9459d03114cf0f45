import type { Within } from '../database/database.ts';
import { json } from '../database/json.ts';
import type { Judged, Outcome, ToldProblem } from './judge.ts';
import type { Table } from './match-columns.ts';

/** How long a table lies ready to be confirmed. It may hold personal data, so no longer than a day at work needs. */
const KEPT_HOURS = 24;

export type GivenStatus = 'waiting' | 'read' | 'unable' | 'storing' | 'stored';

/** A table that somebody gave in, as its page needs it. */
export type GivenTable = {
  id: string;
  fileName: string;
  givenAt: Temporal.Instant;
  givenBy: { id: string; name: string };
  status: GivenStatus;
  problem: string;
  outcome: Outcome | null;
  digest: string;
};

const COLUMNS = [
  'id',
  'file_name as fileName',
  'given_at as givenAt',
  'given_by',
  'given_by_name',
  'status',
  'problem',
  'summary as outcome',
  'digest',
] as const;

export type Which = { kind: string; id: string };

/** One's own and not over; another's is not found. `held`: until the transaction ends. */
export async function givenTable(
  { db, actor }: Within,
  { kind, id }: Which,
  now: Temporal.Instant,
  held?: 'held',
): Promise<GivenTable | undefined> {
  const found = db
    .selectFrom('given_tables')
    .select(COLUMNS)
    .where('id', '=', id)
    .where('kind', '=', kind)
    .where('expires_at', '>', now);
  const own = actor.id ? found.where('given_by', '=', actor.id) : found;
  const row = await (held ? own.forUpdate() : own).executeTakeFirst();
  if (!row) return undefined;
  const { given_by: id_, given_by_name: name, ...rest } = row;
  return {
    ...rest,
    givenBy: { id: id_, name },
    status: row.status as GivenStatus,
    outcome: row.outcome as Outcome | null,
  };
}

/** How it stands; for asking often. */
export async function givenStatus({ db }: Within, id: string): Promise<GivenStatus | undefined> {
  const row = await db.selectFrom('given_tables').select('status').where('id', '=', id).executeTakeFirst();
  return row?.status as GivenStatus | undefined;
}

/** The file of a table that waits to be read. */
export async function waitingContent({ db }: Within, id: string): Promise<Buffer | null> {
  const row = await db.selectFrom('given_tables').select('content').where('id', '=', id).executeTakeFirst();
  return row?.content ?? null;
}

export async function storedRows({ db }: Within, id: string): Promise<Table | null> {
  const row = await db.selectFrom('given_tables').select('rows').where('id', '=', id).executeTakeFirst();
  return (row?.rows ?? null) as Table | null;
}

export async function toldProblems({ db }: Within, id: string): Promise<ToldProblem[]> {
  const row = await db.selectFrom('given_tables').select('problems').where('id', '=', id).executeTakeFirst();
  return (row?.problems ?? []) as ToldProblem[];
}

export type GivenFile = { name: string; content: Buffer };

/** Keeps a file until its rows are read; what is over by then goes, whoever gave it in. */
export async function keepGiven(
  { db, actor }: Within,
  kind: string,
  file: GivenFile,
  now: Temporal.Instant,
): Promise<string> {
  await clearOver({ db }, now);
  const { id } = await db
    .insertInto('given_tables')
    .values({
      kind,
      given_by: actor.id ?? '',
      given_by_name: actor.name,
      file_name: printable(file.name) || 'File without a name',
      given_at: now,
      expires_at: now.add({ hours: KEPT_HOURS }),
      status: 'waiting',
      content: file.content,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function clearOver({ db }: Pick<Within, 'db'>, now: Temporal.Instant): Promise<void> {
  await db.deleteFrom('given_tables').where('expires_at', '<=', now).execute();
}

/** What was read of it and what storing would do; or why there is nothing to look at. */
export async function keepRead(
  { db }: Within,
  id: string,
  read: { table: Table; judged: Judged } | { problem: string },
): Promise<void> {
  const values =
    'problem' in read
      ? { status: 'unable', problem: read.problem, content: null, rows: null, problems: null }
      : { status: 'read', content: null, rows: json(read.table), ...judgedColumns(read.judged) };
  await db
    .updateTable('given_tables')
    .set(values)
    .where('id', '=', id)
    .where('status', 'in', ['waiting', 'read', 'storing'])
    .execute();
}

/** What was looked at would do something else by now: it is looked at once more. */
export async function keepJudgedAnew({ db }: Within, id: string, judged: Judged): Promise<void> {
  await db
    .updateTable('given_tables')
    .set({ status: 'read', ...judgedColumns(judged) })
    .where('id', '=', id)
    .execute();
}

const judgedColumns = ({ outcome, problems, digest }: Judged) => ({
  summary: json(outcome),
  problems: json(problems),
  digest,
});

/** False where it is not there to be confirmed any more. */
export async function beginStoring({ db, actor }: Within, { kind, id }: Which): Promise<boolean> {
  const begun = await db
    .updateTable('given_tables')
    .set({ status: 'storing' })
    .where('id', '=', id)
    .where('kind', '=', kind)
    .where('given_by', '=', actor.id)
    .where('status', '=', 'read')
    .executeTakeFirst();
  return begun.numUpdatedRows === 1n;
}

/** Its words are where they belong, so they go from here. */
export async function keepStored({ db }: Within, id: string, { outcome }: Judged): Promise<void> {
  const counts = { ...outcome, firstNew: [], firstChanged: [], firstWrong: [] };
  await db
    .updateTable('given_tables')
    .set({ status: 'stored', rows: null, problems: null, summary: json(counts) })
    .where('id', '=', id)
    .execute();
}

export async function discardGiven({ db, actor }: Within, { kind, id }: Which): Promise<boolean> {
  const gone = await db
    .deleteFrom('given_tables')
    .where('id', '=', id)
    .where('kind', '=', kind)
    .where('given_by', '=', actor.id)
    .where('status', '!=', 'storing')
    .executeTakeFirst();
  return gone.numDeletedRows === 1n;
}

/** A name comes from outside and may hold what nobody can see and no database takes. */
const printable = (text: string): string => text.toWellFormed().replace(/\p{C}/gu, '').trim();
