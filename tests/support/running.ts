import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { runningEmbedded } from '../../src/platform/database/embedded/embedded.ts';
import { dataFolders } from '../../src/platform/database/embedded/folders.ts';
import { readPostmaster } from '../../src/platform/database/embedded/postmaster.ts';
import { HOME } from '../../src/platform/settings/settings.ts';
import { childrenOf, processesOf } from './processes.ts';

/** A real Commsgrid: the program as people start it, on a port of its own, over a data folder of its own. */
export type Running = {
  url: string;
  data: string;
  /** The path of the link for the first account, where one was printed. */
  firstLink: string | undefined;
  /** Milliseconds from the command to its being ready. */
  startedIn: number;
  process: ChildProcess;
  /** Process number of the web pages; the command itself may be npm or setpriv. */
  web: number;
  output: () => string;
  worker: () => number | undefined;
  exited: Promise<Exit>;
  signal: (signal: NodeJS.Signals) => Promise<Exit>;
  /** To everything in the foreground, as a terminal does. */
  signalGroup: (signal: NodeJS.Signals) => Promise<Exit>;
};

export type Exit = { code: number | null; signal: NodeJS.Signals | null; milliseconds: number };

export type HowToStart = {
  data: string;
  /** What stands before the program's own arguments: another account, npm. */
  command?: string[];
  environment?: Record<string, string>;
  /** The checkout it is started from. */
  home?: string;
};

/** Milliseconds that a start may take on a busy machine, a first one included. */
const PATIENCE = 30_000;

export const PROGRAM = [process.execPath, 'src/main.mjs'];

/** @throws with everything it printed, where it ends or takes too long before it is ready. */
export async function startRunning(how: HowToStart): Promise<Running> {
  const begun = performance.now();
  const { child, output } = launch({ command: [...PROGRAM, 'start'], ...how });
  const exited = exitOf(child);
  await ready(child, output, begun);
  const text = output();
  const url = /Commsgrid is ready at (\S+)/.exec(text)?.[1] ?? '';
  const web = processesOf(how.data).find(
    ({ line }) => /main\.mjs start/.test(line) && !/npm|sh -c/.test(line),
  );
  if (!web) throw new Error(`No process serves ${how.data}:\n${text}`);
  return {
    url,
    data: how.data,
    firstLink: /(\/set-up\/\S+)/.exec(text)?.[1],
    startedIn: performance.now() - begun,
    process: child,
    web: web.pid,
    output,
    worker: () => childrenOf(web.pid).find(({ line }) => /main\.mjs work/.test(line))?.pid,
    exited,
    signal: signal => signalled(child.pid!, exited, signal),
    signalGroup: signal => signalled(-child.pid!, exited, signal),
  };
}

/** A command that ends by itself. */
export async function runCommand(how: HowToStart): Promise<Exit & { text: string }> {
  const { child, output } = launch(how);
  const exit = await exitOf(child);
  return { ...exit, text: output() };
}

function launch({ data, command = PROGRAM, environment = {}, home = HOME }: HowToStart) {
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
    cwd: home,
    detached: true, // a process group of its own, as a terminal gives
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: `${join(HOME, 'node_modules/.bin')}:${process.env.PATH}`,
      HOME: process.env.HOME,
      PORT: '0',
      COMMSGRID_DATA: data,
      COMMSGRID_REQUESTS_A_MINUTE: '100000',
      ...environment,
    },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', part => (text += part));
  return { child, output: () => text };
}

async function ready(child: ChildProcess, output: () => string, begun: number): Promise<void> {
  while (!/Stop it with Ctrl-C/.test(output())) {
    if (child.exitCode !== null || child.signalCode) throw new Error(`It ended while starting:\n${output()}`);
    if (performance.now() - begun > PATIENCE) throw new Error(`It does not become ready:\n${output()}`);
    await pause(10);
  }
}

async function exitOf(child: ChildProcess): Promise<Exit> {
  const begun = performance.now();
  const { promise, resolve } = Promise.withResolvers<Exit>();
  child.once('close', (code, signal) => resolve({ code, signal, milliseconds: performance.now() - begun }));
  return promise;
}

async function signalled(pid: number, exited: Promise<Exit>, signal: NodeJS.Signals): Promise<Exit> {
  const begun = performance.now();
  process.kill(pid, signal);
  const exit = await exited;
  return { ...exit, milliseconds: performance.now() - begun };
}

/** A folder under the machine's temporary ones that every account may enter; `end` stops what still uses it. */
export function dataFolder(): { data: string; folder: string; end: () => Promise<void> } {
  const folder = mkdtempSync(join(tmpdir(), 'commsgrid-running-'));
  chmodSync(folder, 0o755);
  const data = join(folder, 'data');
  return {
    data,
    folder,
    end: async () => {
      await stopAll(folder);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Ends, by their numbers, the processes that this folder's installation left. */
export async function stopAll(folder: string): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGQUIT', 'SIGKILL'] as const) {
    const left = processesOf(folder);
    if (!left.length) return;
    for (const { pid } of left) send(pid, signal);
    for (let waited = 0; waited < 10_000 && processesOf(folder).length; waited += 50) await pause(50);
  }
}

/** The process number of the database server. */
export function postmasterOf(data: string): number {
  const postmaster = readPostmaster(dataFolders(data));
  if (!postmaster) throw new Error(`No database server runs on ${data}.`);
  return postmaster.pid;
}

/** The process number of one connection of the web pages. */
export async function backendOf(data: string): Promise<number> {
  const client = new pg.Client(runningEmbedded(data));
  await client.connect();
  const { rows } = await client.query(
    `select pid from pg_stat_activity where application_name = 'commsgrid-web' order by query_start desc limit 1`,
  );
  await client.end();
  return rows[0].pid;
}

/** False where the process had ended already. */
export function send(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
