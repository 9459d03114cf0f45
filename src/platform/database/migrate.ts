import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { HOME } from '../settings/settings.ts';
import { ensureRoles, lendSearch } from './roles.ts';

export type Migration = { name: string; sql: string; checksum: string };

/** One of the numbered files was changed after it was applied, or is gone. */
export class MigrationProblem extends Error {}

/** Any number, the same for every Commsgrid, so that two starts at once migrate one after the other. */
const MIGRATION_LOCK = 7_130_001;

export function migrationFiles(folder = join(HOME, 'migrations')): Migration[] {
  const names = readdirSync(folder).filter(name => /^\d{4}_[a-z0-9-]+\.sql$/.test(name));
  return names.sort().map(name => {
    const sql = readFileSync(join(folder, name), 'utf8');
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
  });
}

/** Applies what is pending, each file in a transaction of its own, and says which. */
export async function migrate(connection: pg.PoolConfig, files = migrationFiles()): Promise<string[]> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const pending = await pendingMigrations(client, files);
    if (pending.length) await ensureRoles(client);
    for (const file of pending) await apply(client, file);
    return pending.map(file => file.name);
  } finally {
    await client.end();
  }
}

/** @throws MigrationProblem where an applied file differs from ours, which would hide a difference between installations. */
export async function pendingMigrations(
  client: pg.ClientBase,
  files = migrationFiles(),
): Promise<Migration[]> {
  const known = await client.query(`select to_regclass('public.migrations') is not null as known`);
  const { rows } = known.rows[0].known
    ? await client.query('select name, checksum from migrations')
    : { rows: [] };
  const applied = new Map<string, string>(rows.map(row => [row.name, row.checksum]));
  for (const [name, checksum] of applied) {
    const ours = files.find(file => file.name === name);
    if (!ours)
      throw new MigrationProblem(
        `The database is newer than this Commsgrid: it has ${name}. Upgrade the program.`,
      );
    if (ours.checksum !== checksum)
      throw new MigrationProblem(
        `The file migrations/${name} is not the one that was applied. Restore it from its release.`,
      );
  }
  return files.filter(file => !applied.has(file.name));
}

async function apply(client: pg.Client, file: Migration): Promise<void> {
  await client.query('begin');
  try {
    const takeBack = await lendSearch(client);
    await client.query(file.sql);
    await client.query(takeBack);
    await client.query('insert into migrations (name, checksum, applied_at) values ($1, $2, now())', [
      file.name,
      file.checksum,
    ]);
    await client.query('commit');
  } catch (fault) {
    await client.query('rollback').catch(() => undefined);
    throw new MigrationProblem(`The migration ${file.name} failed: ${(fault as Error).message}`, {
      cause: fault,
    });
  }
}
