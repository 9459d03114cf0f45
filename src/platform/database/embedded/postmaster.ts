import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { DatabaseAccount } from './account.ts';
import type { Binaries } from './binaries.ts';
import { plainEnvironment } from './cluster.ts';
import type { Folders } from './folders.ts';

/** What a running server says of itself in `postmaster.pid`. */
export type Postmaster = { pid: number; port: number; host: string; ready: boolean };

/** PostgreSQL's own file; its lines are fixed by PostgreSQL (src/include/utils/pidfile.h). */
export function readPostmaster(folders: Folders): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(folders.cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const [pid, , , port, socket, listen, , status] = lines.map(line => line.trim());
  const found = {
    pid: Number(pid),
    port: Number(port),
    host: socket || listen || '',
    ready: status === 'ready',
  };
  return found.pid > 0 && alive(found.pid) && isPostgres(found.pid) ? found : undefined;
}

/**
 * After a restart of the machine (or of a container) another process may have the number of a dead server; and in a
 * container whose first process buries nobody, a dead one keeps its number as a zombie.
 */
function isPostgres(pid: number): boolean {
  if (process.platform !== 'linux') return true;
  try {
    return /\(postgres.*\) [^ZX]/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** Whether a process lives; one that we may not signal lives too. */
export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Starts the server apart from us: a Ctrl-C in the terminal must reach Commsgrid, which finishes what is in hand
 * and then stops the database, never the database first. Buffers as PostgreSQL has them by itself: 50,000 lines with
 * their indexes fit in, and with half of them a page whose lines stand far apart took twice as long.
 */
export function startPostmaster(
  programs: Binaries,
  folders: Folders,
  account: DatabaseAccount,
): ChildProcess {
  const settings = {
    ...listening(folders),
    shared_buffers: '128MB',
    max_connections: '60',
    jit: 'off', // costs more than our short queries take
    log_min_messages: 'warning',
    timezone: 'UTC',
    max_wal_size: '256MB',
    max_logical_replication_workers: '0', // nobody subscribes: spares a process
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const run = account.command(programs.postgres, ['-D', folders.cluster, ...args]);
  removeStalePid(folders);
  const log = openSync(folders.log, 'a', 0o600);
  const child = spawn(run.program, run.args, {
    ...run.options,
    detached: true,
    stdio: ['ignore', log, log],
    env: plainEnvironment(),
  });
  child.on('error', () => undefined); // told by awaitReady, with the log's last words
  child.unref();
  closeSync(log);
  return child;
}

/**
 * PostgreSQL takes over the file of a dead server by itself, but not one whose number another process now has.
 * Only then is it removed: removing the file of a live server would let two run on the same data.
 */
function removeStalePid(folders: Folders): void {
  const path = join(folders.cluster, 'postmaster.pid');
  const pid = existsSync(path) ? Number.parseInt(readFileSync(path, 'utf8'), 10) : 0;
  if (pid > 0 && alive(pid) && !isPostgres(pid)) rmSync(path, { force: true });
}

function listening(folders: Folders): Record<string, string> {
  return process.platform === 'win32'
    ? { listen_addresses: '127.0.0.1', port: '54329' }
    : { listen_addresses: '', unix_socket_directories: folders.socket, unix_socket_permissions: '0700' };
}

/**
 * The processes of a killed server hold its memory for a moment, and a new one ends at once as long as they do.
 * In milliseconds.
 */
const AGAIN_AFTER = 200;

const runs = (child: ChildProcess | undefined): boolean =>
  child?.pid !== undefined && child.exitCode === null && child.signalCode === null;

export type Waiting = {
  limitMs?: number;
  /** Fires when it is no longer wanted; a server that was begun for it is ended again. */
  unwanted?: AbortSignal | undefined;
};

/** Waits until the server takes connections. A server killed a moment ago may need to be started again. */
export async function awaitReady(
  folders: Folders,
  start: () => ChildProcess,
  { limitMs = 30_000, unwanted }: Waiting = {},
): Promise<Postmaster> {
  const until = performance.now() + limitMs;
  let startedAt = Number.NEGATIVE_INFINITY;
  let started: ChildProcess | undefined;
  while (performance.now() < until) {
    const found = readPostmaster(folders);
    if (found?.ready) return found;
    if (unwanted?.aborted) {
      started?.kill('SIGQUIT');
      throw new Error('The database was no longer wanted before it was ready.');
    }
    if (!found && !runs(started) && performance.now() - startedAt > AGAIN_AFTER) {
      started = start();
      startedAt = performance.now();
    }
    await pause(10);
  }
  throw new Error(
    `The database did not start. Its last words, from ${folders.log}:\n${lastWords(folders.log)}`,
  );
}

function lastWords(log: string): string {
  try {
    return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-8).join('\n');
  } catch {
    return '(nothing was written)';
  }
}

/** What is left of the time for the server to end at once, when it did not end in good order. In milliseconds. */
const AT_ONCE = 1_000;

/** Asks the server to end its sessions and stop (SIGINT, "fast shutdown"), and waits until it has. */
export async function stopPostmaster(folders: Folders, limitMs = 8_000): Promise<void> {
  const running = readPostmaster(folders);
  if (!running) return;
  process.kill(running.pid, 'SIGINT');
  if (await gone(running.pid, limitMs - AT_ONCE)) return;
  process.kill(running.pid, 'SIGQUIT'); // recovers from its log at the next start
  await gone(running.pid, AT_ONCE);
}

/** "Immediate shutdown": the server ends its processes without writing anything. */
export function killPostmaster(folders: Folders): void {
  const running = readPostmaster(folders);
  if (running) process.kill(running.pid, 'SIGQUIT');
}

async function gone(pid: number, limitMs: number): Promise<boolean> {
  const until = performance.now() + limitMs;
  while (alive(pid) && isPostgres(pid)) {
    if (performance.now() > until) return false;
    await pause(20);
  }
  return true;
}
