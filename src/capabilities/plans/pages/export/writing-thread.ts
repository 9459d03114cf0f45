import { Worker } from 'node:worker_threads';
import type { ExportedPlan } from '../../rules/export/exported.ts';

/** What goes into the thread: only what can be copied between threads. `at` is an instant as text. */
export type ThreadInput = { plan: ExportedPlan; by: string; at: string };

export type Written = { content: Uint8Array; marking: string };

const THREAD = new URL('./writing-thread-inside.ts', import.meta.url);

/** Megabytes; 10,000 lines take some 600. */
const MEMORY = 1_000;
/** Milliseconds. Nobody waits longer for a page. */
const TIME = 60_000;

let last: Promise<unknown> = Promise.resolve();

/**
 * Writes a plan as a Word document in a thread of its own, one after the other: a thousand lines take half a second, in
 * which no page would be answered. Nothing where the plan is too long for the time and memory that one document is given.
 */
export function writeInThread(
  plan: ExportedPlan,
  made: { by: string; at: Temporal.Instant },
): Promise<Written | undefined> {
  const written = last.then(() => write({ plan, by: made.by, at: made.at.toString() }));
  last = written.catch(() => undefined);
  return written;
}

async function write(input: ThreadInput): Promise<Written | undefined> {
  const thread = new Worker(THREAD, {
    workerData: input,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY },
  });
  const { promise, resolve, reject } = Promise.withResolvers<Written | undefined>();
  const timer = setTimeout(() => resolve(undefined), TIME);
  thread.once('message', resolve);
  thread.once('error', (fault: Error & { code?: string }) =>
    fault.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(undefined) : reject(fault),
  );
  thread.once('exit', () => reject(new Error('The writing thread ended without a word.')));
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    await thread.terminate();
  }
}
