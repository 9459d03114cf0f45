import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import pg from 'pg';
import { HOME } from '../src/platform/settings/settings.ts';
import { cpuPerRequest } from './measure.ts';

/** In milliseconds of processor time, the database's share included. */
export type BareCosts = { page: number; select: number; both: number };

/** Runs `bare.ts` beside the database and asks it as often as the real pages are asked. */
export async function bareCosts(
  connection: pg.PoolConfig,
  organisation: string,
  plan: string,
): Promise<BareCosts> {
  const port = 39_517;
  const bare = spawn(process.execPath, [join(HOME, 'bench/bare.ts')], {
    env: {
      ...process.env,
      PORT: String(port),
      CONNECTION: JSON.stringify(connection),
      ORGANISATION: organisation,
      PLAN: plan,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(bare.stdout, 'data');
  const backends = await backendsOf(connection);
  const ask = (path: string) => async () => (await fetch(`http://127.0.0.1:${port}/${path}`)).text();
  const cost = (path: string) => cpuPerRequest(() => [bare.pid!, ...backends], ask(path), 500);
  const costs = { page: await cost('page'), select: await cost('select'), both: await cost('both') };
  bare.kill();
  await once(bare, 'exit');
  return costs;
}

async function backendsOf(connection: pg.PoolConfig): Promise<number[]> {
  const client = new pg.Client(connection);
  await client.connect();
  const { rows } = await client.query(`select pid from pg_stat_activity where application_name = 'bare'`);
  await client.end();
  return rows.map(row => row.pid);
}
