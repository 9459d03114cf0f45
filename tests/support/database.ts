import { createHash, randomBytes } from 'node:crypto';
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type Database, openDatabase } from '../../src/platform/database/database.ts';
import { startEmbedded } from '../../src/platform/database/embedded/embedded.ts';
import { dataFolders } from '../../src/platform/database/embedded/folders.ts';
import { stopPostmaster } from '../../src/platform/database/embedded/postmaster.ts';
import { secretsOf } from '../../src/platform/database/embedded/secrets.ts';
import { migrate, migrationFiles } from '../../src/platform/database/migrate.ts';
import { HOME } from '../../src/platform/settings/settings.ts';
import { throwAwayFolder } from './memory.ts';

export type TestDatabase = {
  connection: pg.PoolConfig;
  database: Database;
  /** Closes and removes it; give to `after`. */
  drop: () => Promise<void>;
};

/**
 * Where the tests' embedded server keeps its data; it is left running for the next test file. Each checkout has its
 * own: a server that runs on the programs of a checkout that is gone cannot go on.
 */
const CHECKOUT = createHash('sha256').update(HOME).digest('hex').slice(0, 8);
export const TEST_DATA = join(
  throwAwayFolder(),
  `commsgrid-tests-${process.getuid?.() ?? 'user'}-${CHECKOUT}`,
);

const TEMPLATE_LOCK = 7_130_099;

/**
 * A database of its own for one test file, copied from a migrated template in a tenth of a second. On the embedded
 * server, or on the one that TEST_DATABASE_URL names (an account that may create databases and roles).
 */
export async function testDatabase(): Promise<TestDatabase> {
  const server = await testServer();
  const template = await migratedTemplate(server);
  const name = `commsgrid_test_${process.pid}_${randomBytes(4).toString('hex')}`;
  await onServer(server, `create database ${name} template ${template}`);
  const connection = inDatabase(server, name);
  const database = openDatabase(connection, name);
  return {
    connection,
    database,
    drop: async () => {
      await database.close();
      await dropDatabase(server, name);
    },
  };
}

export async function testServer(): Promise<pg.PoolConfig> {
  const url = process.env.TEST_DATABASE_URL;
  return url ? { connectionString: url } : (await startEmbedded(TEST_DATA)).connection;
}

/** At the end of a whole run, with all that it kept; a single test file leaves the server for the next. */
export async function removeTestServer(): Promise<void> {
  await stopPostmaster(dataFolders(TEST_DATA));
  const gone = `${TEST_DATA}-${process.pid}`;
  try {
    renameSync(TEST_DATA, gone); // whoever starts one meanwhile finds all of it or nothing
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ENOENT') throw fault;
  }
  rmSync(gone, { recursive: true, force: true });
}

function inDatabase(server: pg.PoolConfig, name: string): pg.PoolConfig {
  if (!server.connectionString) return { ...server, database: name };
  const url = new URL(server.connectionString);
  url.pathname = `/${name}`;
  return { connectionString: url.href };
}

/** Named by its migrations, so that a changed migration makes a new template and an old one is never used. */
async function migratedTemplate(server: pg.PoolConfig): Promise<string> {
  const sums = migrationFiles().map(file => file.checksum);
  const name = `commsgrid_template_${createHash('sha256').update(sums.join()).digest('hex').slice(0, 12)}`;
  const client = new pg.Client(server);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const ready = await client.query(`select 1 from pg_database where datname = $1 and datistemplate`, [
      name,
    ]);
    if (!ready.rowCount) {
      await waitForNoDisc(server);
      await client.query(`drop database if exists ${name} with (force)`);
      await client.query(`create database ${name}`);
      await migrate(inDatabase(server, name));
      await client.query(`alter database ${name} is_template true`);
    }
  } finally {
    await client.end();
  }
  return name;
}

/**
 * The tests' own server need not outlive a power cut, and its databases come and go: to remove one while a disc is waited
 * for takes longer than most tests. A server that somebody named is left as it is.
 */
async function waitForNoDisc(server: pg.PoolConfig): Promise<void> {
  if (server.connectionString) return;
  const password = secretsOf(dataFolders(TEST_DATA).secrets).databaseSuperuser;
  const superuser = { ...server, user: 'postgres', database: 'postgres', password };
  await onServer(superuser, 'alter system set fsync = off');
  await onServer(superuser, 'select pg_reload_conf()');
}

async function onServer(server: pg.PoolConfig, statement: string): Promise<void> {
  const client = new pg.Client(server);
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

/** The server's own vacuum may be at work in a database, and only a superuser may send that away: it is soon done. */
async function dropDatabase(server: pg.PoolConfig, name: string, tries = 50): Promise<void> {
  try {
    await onServer(server, `drop database if exists ${name} with (force)`);
  } catch (fault) {
    if ((fault as { code?: string }).code !== '42501' || tries === 0) throw fault;
    await pause(100);
    await dropDatabase(server, name, tries - 1);
  }
}

/** The same database for another account of its server. */
export function asAccount(to: pg.PoolConfig, user: string, password: string): pg.PoolConfig {
  if (!to.connectionString) return { ...to, user, password };
  const url = new URL(to.connectionString);
  [url.username, url.password] = [user, password];
  return { connectionString: url.href };
}
