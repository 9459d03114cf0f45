import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseAccount } from './account.ts';
import type { Binaries } from './binaries.ts';
import type { Folders } from './folders.ts';

/**
 * Makes the database's files, once. They are made aside and moved into place whole, so that a first start
 * that was interrupted leaves nothing half made, and of two first starts at once one simply wins.
 * Sorting by C.UTF-8 does not depend on the machine, so that the files can move between machines.
 */
export function createCluster(
  programs: Binaries,
  folders: Folders,
  account: DatabaseAccount,
  password: string,
): void {
  if (existsSync(folders.cluster)) return;
  const aside = mkdtempSync(join(folders.data, 'making-'));
  const passwordFile = join(aside, 'password');
  const cluster = join(aside, 'postgres');
  try {
    writeFileSync(passwordFile, password, { mode: 0o600 });
    for (const path of [aside, passwordFile])
      if (account.owner) chownSync(path, account.owner.uid, account.owner.gid);
    initdb(programs, account, cluster, passwordFile);
    moveIntoPlace(cluster, folders.cluster);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

function initdb(programs: Binaries, account: DatabaseAccount, cluster: string, passwordFile: string): void {
  const settings = [
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--encoding=UTF8',
    '--auth=scram-sha-256',
  ];
  const run = account.command(programs.initdb, [
    ...settings,
    `--pgdata=${cluster}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
  ]);
  const made = spawnSync(run.program, run.args, {
    ...run.options,
    encoding: 'utf8',
    env: plainEnvironment(),
  });
  if (made.status !== 0)
    throw new Error(`The database could not be created: ${made.stderr || made.error?.message}`);
}

function moveIntoPlace(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (fault) {
    if (!existsSync(to)) throw fault; // another first start was quicker: its files stand
  }
}

/** Without the variables that would steer PostgreSQL's own programs (PGDATA, PGPORT, LC_ALL ...). */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: 'C' };
}
