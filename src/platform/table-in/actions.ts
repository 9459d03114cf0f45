import { type Refusal, refuse } from '../../language/refusal.ts';
import type { Within } from '../database/database.ts';
import { enqueue } from '../jobs/enqueue.ts';
import {
  beginStoring,
  type GivenFile,
  type GivenTable,
  givenTable,
  keepGiven,
  keepJudgedAnew,
  keepRead,
  keepStored,
  storedRows,
  waitingContent,
} from './given.ts';
import { type AskedJobs, jobNames } from './job-names.ts';
import type { Table } from './match-columns.ts';
import type { Prepared } from './prepared.ts';
import { isQuick, readTable } from './read-given.ts';

/** The moment, and the day that it is for the organisation. */
export type When = { now: Temporal.Instant; today: Temporal.PlainDate };

/** Rows that are stored while a person waits for the page. */
const STORED_AT_ONCE = 1_500;

/** What a file is before anything of it is kept: its rows where they are read in a moment, or why they cannot be. */
export const readAtOnce = async (
  prepared: Prepared,
  { content }: GivenFile,
): Promise<Table | { problem: string } | undefined> =>
  isQuick(content) ? readTable(content, prepared.columns) : undefined;

/** Keeps a table until it is confirmed: read and weighed already, or by a job. */
export async function giveIn(
  within: Within,
  prepared: Prepared,
  { file, table }: { file: GivenFile; table: Table | undefined },
  when: When,
): Promise<string> {
  const id = await keepGiven(within, prepared.kind, file, when.now);
  if (table) await keepRead(within, id, { table, judged: await prepared.judge(within, table, when.today) });
  else await enqueue(within, jobOf(prepared).read, { givenTable: id }, when.now);
  return id;
}

/** Reads a table that waits for it. Safe to run twice: what was read does not wait any more. */
export async function readWaiting(within: Within, prepared: Prepared, id: string, when: When): Promise<void> {
  const given = await givenTable(within, { kind: prepared.kind, id }, when.now, 'held');
  const content = given?.status === 'waiting' ? await waitingContent(within, id) : null;
  if (!content) return;
  const table = await readTable(content, prepared.columns);
  await keepRead(
    within,
    id,
    'problem' in table ? table : { table, judged: await prepared.judge(within, table, when.today) },
  );
}

export type Confirmed = { stored: GivenTable } | { storing: true } | { lookAgain: true };

/** Stores what was looked at, and only that: where it would do something else by now, it is to be looked at again. */
export async function confirm(
  within: Within,
  prepared: Prepared,
  id: string,
  when: When,
): Promise<Confirmed | Refusal<'not-found' | 'not-in-order'>> {
  const given = await givenTable(within, { kind: prepared.kind, id }, when.now, 'held');
  if (!given) return refuse('not-found');
  if (given.status !== 'read' || given.outcome?.wrong.cells) return refuse('not-in-order');
  if (!(await beginStoring(within, { kind: prepared.kind, id }))) return refuse('not-in-order');
  if (given.outcome!.rows > STORED_AT_ONCE) {
    await enqueue(within, jobOf(prepared).store, { givenTable: id }, when.now);
    return { storing: true };
  }
  return (await storeAsSeen(within, prepared, given, when)) ? { stored: given } : { lookAgain: true };
}

/** Stores a table whose storing was begun. Safe to run twice: what was stored is not being stored any more. */
export async function storeBegun(within: Within, prepared: Prepared, id: string, when: When): Promise<void> {
  const given = await givenTable(within, { kind: prepared.kind, id }, when.now, 'held');
  if (given?.status !== 'storing') return;
  await storeAsSeen({ ...within, actor: given.givenBy }, prepared, given, when);
}

async function storeAsSeen(
  within: Within,
  prepared: Prepared,
  given: GivenTable,
  { now, today }: When,
): Promise<boolean> {
  const table = await storedRows(within, given.id);
  if (!table) return false;
  const judged = await prepared.judge(within, table, today);
  if (judged.digest !== given.digest || judged.problems.length) {
    await keepJudgedAnew(within, given.id, judged);
    return false;
  }
  await judged.store(now);
  await keepStored(within, given.id, judged);
  return true;
}

/** Stores a file that nobody has to look at first. @throws where a person would be told a problem */
export async function storeUnseen(
  within: Within,
  prepared: Prepared,
  content: Buffer,
  { now, today }: When,
): Promise<void> {
  const table = await readTable(content, prepared.columns);
  if ('problem' in table) throw new Error(table.problem);
  const judged = await prepared.judge(within, table, today);
  const [wrong] = judged.problems;
  if (wrong) throw new Error(`Row ${wrong.row}, ${wrong.column}: ${wrong.text}`);
  await judged.store(now);
}

const jobOf = ({ kind }: Prepared): AskedJobs => jobNames(kind);
