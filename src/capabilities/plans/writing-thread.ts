import { Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import type { Exported } from './rules/export/exported.ts';
import type { ExportFormat } from './rules/export/formats.ts';

/** What goes into the thread: only what can be copied between threads. `at` is an instant as text. */
export type ThreadInput = { exported: Exported; format: ExportFormat['ending']; made: MadeAsText };
type MadeAsText = { by: string; at: string; day: string; export: string };
export type Made = Omit<MadeAsText, 'at'> & { at: Temporal.Instant };

/** What comes out of it: one piece of the file after the other, then that it is whole. */
export type ThreadMessage = Uint8Array | 'whole';

const THREAD = new URL('./writing-thread-inside.ts', import.meta.url);

/** Megabytes and milliseconds that one file is given. */
export type Room = { memory: number; time: number };

/** 5,000 lines take some 500 as a PDF, and less than 50 as anything else; nobody waits longer for a page. */
const OF_A_PAGE: Room = { memory: 1_000, time: 60_000 };

let last: Promise<unknown> = Promise.resolve();

/**
 * Writes a file in a thread of its own, one after the other, because no page would be answered meanwhile; its bytes come
 * while it is written. Nothing where its beginning is not there within the time and memory that one file is given; what
 * fails later breaks the stream off, so that nobody takes a part for the whole.
 */
export function writeInThread(
  exported: Exported,
  format: ExportFormat['ending'],
  made: Made,
  room = OF_A_PAGE,
): Promise<Readable | undefined> {
  const input: ThreadInput = { exported, format, made: { ...made, at: made.at.toString() } };
  const begun = Promise.withResolvers<Readable | undefined>();
  last = last.then(() => write(input, begun, room)).catch(begun.reject);
  return begun.promise;
}

/** Resolves when the thread is over, so that the next may begin. */
async function write(
  input: ThreadInput,
  begun: PromiseWithResolvers<Readable | undefined>,
  { memory, time }: Room,
): Promise<void> {
  const thread = new Worker(THREAD, {
    workerData: input,
    resourceLimits: { maxOldGenerationSizeMb: memory },
  });
  const file = new Readable({ read: () => {} });
  // whoever went away before the end is told nothing
  file.on('error', () => {});
  const over = Promise.withResolvers<void>();
  let ended = false;
  const end = (fault?: Error) => {
    if (ended) return;
    ended = true;
    if (fault) file.destroy(fault);
    else file.push(null);
    over.resolve();
  };
  const timer = setTimeout(() => {
    begun.resolve(undefined);
    end(new Error('Writing this file took too long.'));
  }, time);
  thread.on('message', (message: ThreadMessage) => {
    if (message === 'whole') end();
    else file.push(message);
    begun.resolve(file);
  });
  thread.once('error', fault => {
    const isFull = (fault as Error & { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY';
    if (isFull) begun.resolve(undefined);
    else begun.reject(fault);
    end(fault as Error);
  });
  // what was said last and the end may come at once: by then it has ended
  thread.once('exit', () => {
    const fault = new Error('The writing thread ended without a word.');
    begun.reject(fault);
    end(fault);
  });
  await over.promise;
  clearTimeout(timer);
  await thread.terminate();
}
