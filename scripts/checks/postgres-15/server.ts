import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { type DatabaseAccount, databaseAccount } from '../../../src/platform/database/embedded/account.ts';
import type { Binaries } from '../../../src/platform/database/embedded/binaries.ts';
import { plainEnvironment } from '../../../src/platform/database/embedded/cluster.ts';
import { dataFolders, type Folders, privateFolder } from '../../../src/platform/database/embedded/folders.ts';
import {
  awaitReady,
  type Postmaster,
  startPostmaster,
  stopPostmaster,
} from '../../../src/platform/database/embedded/postmaster.ts';
import { throwAwayFolder } from '../../../tests/support/memory.ts';

/** What a council's database administrator gives us: no superuser, only the rights to make databases and roles. */
const ACCOUNT = 'council';

/** A server made for the purpose, reached by a password, while `work` uses it; then it is stopped and removed. */
export async function withServer<T>(programs: Binaries, work: (url: string) => Promise<T>): Promise<T> {
  const data = mkdtempSync(join(throwAwayFolder(), 'commsgrid-15-'));
  chmodSync(data, 0o711);
  const folders = dataFolders(data);
  const password = randomBytes(24).toString('base64url');
  // Ctrl-C ends the suites, which ends the work: the server is stopped and removed all the same
  for (const signal of STOPS) process.on(signal, leaveToSuites);
  try {
    const account = databaseAccount({ program: programs.postgres, ...folders }, owner =>
      privateFolder(folders.socket, owner),
    );
    makeCluster(programs, folders, account, password);
    const server = await awaitReady(folders, () => startPostmaster(programs, folders, account));
    await makeAccount(server, password);
    return await work(addressOf(server, password));
  } finally {
    await stopPostmaster(folders);
    rmSync(data, { recursive: true, force: true });
    for (const signal of STOPS) process.off(signal, leaveToSuites);
  }
}

const STOPS = ['SIGINT', 'SIGTERM'] as const;
const leaveToSuites = () => undefined;

/** As Debian makes one, except that even the machine's own accounts need the password. */
function makeCluster(programs: Binaries, folders: Folders, account: DatabaseAccount, password: string): void {
  const aside = mkdtempSync(join(folders.data, 'making-'));
  const file = join(aside, 'password');
  writeFileSync(file, password, { mode: 0o600 });
  const cluster = folders.cluster;
  mkdirSync(cluster, { mode: 0o700 });
  for (const path of [aside, file, cluster])
    if (account.owner) chownSync(path, account.owner.uid, account.owner.gid);
  const settings = ['--encoding=UTF8', '--locale=C.UTF-8', '--auth=scram-sha-256', '--no-sync'];
  const args = [...settings, `--pgdata=${cluster}`, '--username=postgres', `--pwfile=${file}`];
  const run = account.command(programs.initdb, args);
  const made = spawnSync(run.program, run.args, {
    ...run.options,
    encoding: 'utf8',
    env: plainEnvironment(),
  });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr || made.error?.message}`);
}

async function makeAccount({ host, port }: Postmaster, password: string): Promise<void> {
  const client = new pg.Client({ host, port, user: 'postgres', database: 'postgres', password });
  await client.connect();
  try {
    const secret = pg.escapeLiteral(password);
    await client.query(`create role ${ACCOUNT} login nosuperuser createdb createrole password ${secret}`);
    await client.query(`create database ${ACCOUNT} owner ${ACCOUNT}`);
    await client.query('alter system set fsync = off'); // it is thrown away
    await client.query('select pg_reload_conf()');
  } finally {
    await client.end();
  }
}

function addressOf({ host, port }: Postmaster, password: string): string {
  const url = new URL(`postgresql://${ACCOUNT}:${password}@localhost/${ACCOUNT}`);
  url.searchParams.set('host', host);
  url.searchParams.set('port', String(port));
  return url.href;
}
