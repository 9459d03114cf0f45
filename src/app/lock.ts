import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { EmbeddedDatabase } from '../platform/database/embedded/embedded.ts';
import { InstallationProblem } from './installation.ts';

/**
 * One data folder, one installation: held as a lock in the database itself, so that it ends with the process that
 * holds it, however that ends. `running.json` only says to people who holds it.
 */
const INSTALLATION_LOCK = 7_130_002;

export type InstallationLock = {
  /** Notes where it is served: for people, and on this machine. */
  servesAt: (url: string, at: string) => void;
  release: () => Promise<void>;
};

export async function holdInstallation(embedded: EmbeddedDatabase): Promise<InstallationLock> {
  let client = await take(embedded);
  let released = false;
  const watch = (held: pg.Client) => {
    held.once('end', () => void (released || regain()));
  };
  const regain = async () => {
    while (!released) {
      await pause(200);
      const again = await take(embedded).catch(() => undefined); // the database restarts: its watcher sees to it
      if (!again) continue;
      client = again;
      watch(client);
      return;
    }
  };
  watch(client);
  return {
    servesAt: (url, at) =>
      writeFileSync(embedded.folders.running, JSON.stringify({ process: process.pid, url, at }), {
        mode: 0o600,
      }),
    release: async () => {
      released = true;
      rmSync(embedded.folders.running, { force: true });
      await client.end().catch(() => undefined);
    },
  };
}

/** A process killed a moment ago may still hold the lock until its connection is noticed to be gone. */
async function take(embedded: EmbeddedDatabase): Promise<pg.Client> {
  const client = new pg.Client({ ...embedded.connection, application_name: 'commsgrid-lock' });
  client.on('error', () => undefined);
  await client.connect();
  for (let attempt = 0; attempt < 20; attempt++) {
    const { rows } = await client.query('select pg_try_advisory_lock($1) as held', [INSTALLATION_LOCK]);
    if (rows[0].held) return client;
    await pause(50);
  }
  await client.end();
  throw new InstallationProblem(alreadyRunning(embedded));
}

function alreadyRunning({ folders }: EmbeddedDatabase): string {
  const holder = whoRuns(folders.running);
  return (
    `Commsgrid already runs on ${folders.data}${holder ? ` (process ${holder.process}, at ${holder.url})` : ''}. ` +
    'Use that one, or stop it first; for a second installation set COMMSGRID_DATA and PORT.'
  );
}

function whoRuns(path: string): { process: number; url: string } | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
