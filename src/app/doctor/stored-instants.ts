import { statSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import type pg from 'pg';
import type { Clock } from '../../platform/clock.ts';
import { type Database, openDatabase } from '../../platform/database/database.ts';
import type { ClockFacts } from './clock.ts';

/** Compared only where the server is another machine's; a question's way there and back is halved. */
export async function serverClock(
  client: pg.Client,
  clock: Clock,
): Promise<Pick<ClockFacts, 'now' | 'server'>> {
  const before = clock.now();
  const { rows } = await client.query('select clock_timestamp()::text as at');
  const after = clock.now();
  const half = after.since(before).total('milliseconds') / 2;
  return {
    now: before.add({ milliseconds: Math.round(half) }),
    server: Temporal.Instant.from(rows[0].at.replace(' ', 'T')),
  };
}

/** The tables known before an organisation is; their instants are written by this program's clock. */
const NEWEST = sql<{ at: Temporal.Instant | null }>`
  select greatest(
    (select max(greatest(created_at, seen_at)) from sessions),
    (select max(applied_at) from migrations),
    (select max(created_at) from accounts),
    (select max(queued_at) from queued_jobs)) as at`;

const DOCTOR = { id: null, name: 'Commsgrid' };

/** The newest instant of sessions, jobs and every organisation's history; history hides itself from the whole. */
export async function newestInstant(connection: pg.PoolConfig): Promise<Temporal.Instant | undefined> {
  const database = openDatabase(connection, 'commsgrid-doctor');
  try {
    const found = [await newestBefore(database)];
    for (const organisation of await organisations(database))
      found.push(await newestHistory(database, organisation));
    return found
      .filter(at => at !== undefined)
      .toSorted(Temporal.Instant.compare)
      .at(-1);
  } finally {
    await database.close();
  }
}

const newestBefore = (database: Database) =>
  database.beforeOrganisation(async db => (await NEWEST.execute(db)).rows[0]?.at ?? undefined);

const organisations = (database: Database) =>
  database.beforeOrganisation(async db => {
    const rows = await db.selectFrom('organisations').select('id').execute();
    return rows.map(({ id }) => id);
  });

/** Of the last written, by the order of writing, which an index keeps; one by instant would read them all. */
const newestHistory = (database: Database, organisation: string) =>
  database.inOrganisation({ organisation, actor: DOCTOR }, async ({ db }) => {
    const last = db.selectFrom('history').select('at').orderBy('id', 'desc').limit(1000).as('last');
    const { at } = await db
      .selectFrom(last)
      .select(({ fn }) => fn.max('at').as('at'))
      .executeTakeFirstOrThrow();
    return at ?? undefined;
  });

/** Of a database that does not run: when it and Commsgrid last wrote down something of themselves. */
export function newestFile(dataFolder: string): Temporal.Instant | undefined {
  const known = ['running.json', 'postgres.log'].map(name =>
    statSync(join(dataFolder, name), { throwIfNoEntry: false }),
  );
  const newest = Math.max(...known.map(found => found?.mtimeMs ?? 0));
  return newest ? Temporal.Instant.fromEpochMilliseconds(Math.floor(newest)) : undefined;
}
