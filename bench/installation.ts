import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { HOME } from '../src/platform/settings/settings.ts';
import { descendants } from './cpu.ts';

/** A Commsgrid of its own, in a folder of its own, started as a person starts it. */
export type Installation = {
  address: string;
  data: string;
  firstLink: string | undefined;
  /** Milliseconds from the start of the process to its first answer with 200. */
  untilFirstAnswer: number;
  web: number;
  postmaster: number;
  /** The web process alone and the whole database: what a page costs. */
  serving: () => number[];
  everything: () => number[];
  stop: () => Promise<void>;
};

export async function startInstallation(
  data = mkdtempSync(join(tmpdir(), 'commsgrid-bench-')),
): Promise<Installation> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, [join(HOME, 'src/main.mjs'), 'start'], {
    cwd: HOME,
    env: { ...process.env, PORT: String(port), COMMSGRID_DATA: data, COMMSGRID_REQUESTS_A_MINUTE: '1000000' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', words => (said += words));
  const address = `http://127.0.0.1:${port}`;
  const untilFirstAnswer = await firstAnswer(address, child, began);
  while (!said.includes('Ctrl-C')) await pause(10);
  const postmaster = Number(readFileSync(join(data, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
  return {
    address,
    data,
    untilFirstAnswer,
    firstLink: /(\/set-up\/\S+)/.exec(said)?.[1],
    web: child.pid!,
    postmaster,
    serving: () => [child.pid!, ...descendants(postmaster)],
    everything: () => [...new Set([...descendants(child.pid!), ...descendants(postmaster)])],
    stop: () => stop(child),
  };
}

export const forget = (data: string): void => rmSync(data, { recursive: true, force: true });

async function firstAnswer(address: string, child: ChildProcess, began: number): Promise<number> {
  for (;;) {
    if (child.exitCode !== null) throw new Error('Commsgrid did not start; see above.');
    const status = await fetch(`${address}/health`).then(
      answer => answer.status,
      () => 0,
    );
    if (status === 200) return performance.now() - began;
    await pause(5);
  }
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise(resolve => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
