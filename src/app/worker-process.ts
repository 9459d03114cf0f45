import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Log } from '../platform/log/log.ts';
import { HOME } from '../platform/settings/settings.ts';

export type WorkerProcess = {
  pid: () => number | undefined;
  /** Asks it to finish what is in hand; ends it for certain when the limit is over. */
  stop: (limitMs: number) => Promise<void>;
};

/** A worker that died is started again, at first at once and then more slowly. In milliseconds. */
const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 10_000;
const STEADY_AFTER = 10_000;

/**
 * The worker waits most of the time, and reads and writes long documents in threads with limits of their own: it does
 * without the sixteen megabytes that a busy process throws its short-lived things into. In megabytes.
 */
const YOUNG = '--max-semi-space-size=1';

/**
 * The worker runs as a process of its own, apart from the terminal's Ctrl-C: it is told to stop by us, and it stops
 * by itself when the channel to us closes.
 */
export function keepWorker(log: Log): WorkerProcess {
  let child: ChildProcess | undefined;
  let stopping = false;
  let pause = FIRST_PAUSE;
  let timer: NodeJS.Timeout | undefined;

  const start = () => {
    const startedAt = performance.now();
    child = spawn(process.execPath, [YOUNG, join(HOME, 'src/main.mjs'), 'work'], {
      cwd: HOME,
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    child.once('exit', (code, signal) => {
      child = undefined;
      if (stopping) return;
      if (performance.now() - startedAt > STEADY_AFTER) pause = FIRST_PAUSE;
      log('error', 'The worker ended and is started again.', { code, signal, afterMilliseconds: pause });
      timer = setTimeout(start, pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    });
  };
  start();

  return {
    pid: () => child?.pid,
    stop: limitMs =>
      new Promise(resolve => {
        stopping = true;
        clearTimeout(timer);
        if (!child) return resolve();
        const hurry = setTimeout(() => child?.kill('SIGKILL'), limitMs);
        child.once('exit', () => {
          clearTimeout(hurry);
          resolve();
        });
        child.kill('SIGTERM');
      }),
  };
}
