import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { testServer } from '../../../tests/support/database.ts';

/** An empty database while `work` uses it; gone afterwards. */
export async function withEmptyDatabase<T>(work: (connection: pg.ClientConfig) => Promise<T>): Promise<T> {
  const server = await testServer();
  const name = `commsgrid_check_${process.pid}_${randomBytes(4).toString('hex')}`;
  const owner = new pg.Client(server);
  await owner.connect();
  try {
    await owner.query(`create database ${name}`);
    return await work(inDatabase(server, name));
  } finally {
    await owner.query(`drop database if exists ${name} with (force)`);
    await owner.end();
  }
}

function inDatabase(server: pg.ClientConfig, database: string): pg.ClientConfig {
  if (!server.connectionString) return { ...server, database };
  const url = new URL(server.connectionString);
  url.pathname = `/${database}`;
  return { connectionString: url.href };
}
