import { Worker } from 'node:worker_threads';
import type { Progress, Told } from '../../documents/progress.ts';
import type { Corrections, Reading } from '../../reading/reading.ts';
import type { YearFacts } from '../../timing/schedule.ts';
import type { WordCount } from './rules/words-kept.ts';
import { watchMemory } from './thread-memory.ts';

/** A file and what its reading depends on. */
export type GivenIn = {
  content: Uint8Array;
  /** As its owner called it; told back in problems. */
  name: string;
  /** The day that counts as today for dates without a year. */
  today: Temporal.PlainDate;
  corrections?: Corrections;
  /** How the organisation divides its year. */
  year?: YearFacts;
  /** In bytes; looked at before anything opens the file. */
  largest?: number;
};

export type Read = { reading: Reading; words: WordCount; milliseconds: number };

/** `problem` is a sentence for the person who gave the file in; `fault` is there where the reader itself is to blame. */
export type NotRead = { problem: string; fault?: Error };

export type ReadingOutcome = Read | NotRead;

/** What goes into the thread and what comes out: only what can be copied between threads. */
export type ThreadInput = Omit<GivenIn, 'today'> & { today: string };
export type ThreadOutput = Omit<Read, 'milliseconds'> | { problem: string };
export type ThreadMessage = ThreadOutput | { progress: Progress };

export type ReadingLimits = {
  /** Milliseconds. */
  time: number;
  /** Megabytes of the thread's own objects, and two thirds as many of what it holds outside of them. */
  memory: number;
};
/** The largest document that is read at all takes half of either. */
const LIMITS: ReadingLimits = { time: 30_000, memory: 300 };

const THREAD = new URL('./reading-thread-inside.ts', import.meta.url);

/**
 * Opens and reads a file in a thread of its own, because it comes from outside: one that takes too long, takes too
 * much memory or breaks the reader costs a sentence, and neither the web pages nor the other jobs.
 * Rejects only when `stopping` fires first. `told` hears of each page or sheet that has been opened.
 */
export async function readInThread(
  { today, ...given }: GivenIn,
  { limits = LIMITS, stopping, told }: { limits?: ReadingLimits; stopping?: AbortSignal; told?: Told } = {},
): Promise<ReadingOutcome> {
  stopping?.throwIfAborted();
  const begun = performance.now();
  const input: ThreadInput = { ...given, today: today.toString() };
  const thread = new Worker(THREAD, {
    workerData: input,
    resourceLimits: { maxOldGenerationSizeMb: limits.memory, maxYoungGenerationSizeMb: 32 },
    stdout: true,
    stderr: true,
  });
  const { promise, resolve, reject } = Promise.withResolvers<ReadingOutcome>();
  const timer = setTimeout(() => resolve({ problem: tooLong(given.name, limits) }), limits.time);
  const unwatch = watchMemory(thread, (limits.memory * 2) / 3, () =>
    resolve({ problem: tooMuch(given.name) }),
  );
  const stop = () => reject(stopping?.reason);
  stopping?.addEventListener('abort', stop, { once: true });
  thread.on('message', (message: ThreadMessage) => {
    if ('progress' in message) told?.(message.progress);
    else resolve(timed(message, performance.now() - begun));
  });
  thread.once('error', fault => resolve(broken(given.name, fault as Error & { code?: string })));
  thread.once('exit', () =>
    resolve(broken(given.name, new Error('The reading thread ended without a word.'))),
  );
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    unwatch();
    stopping?.removeEventListener('abort', stop);
    await thread.terminate();
  }
}

const timed = (output: ThreadOutput, milliseconds: number): ReadingOutcome =>
  'problem' in output ? output : { ...output, milliseconds: Math.round(milliseconds) };

const tooLong = (name: string, { time }: ReadingLimits): string =>
  `${shown(name)} took longer than ${time / 1000} seconds to read, so reading was stopped. Split the document, or save the plan's tables in a document of their own, and upload that.`;

const tooMuch = (name: string): string =>
  `${shown(name)} needs more memory to read than one document is given. Remove pictures from it, or save the plan's tables in a document of their own, and upload that.`;

const notUnderstood = (name: string): string =>
  `${shown(name)} could not be read because of a fault in Commsgrid. The file is kept, so that you can try again after the next update. Until then, copying the plan's tables into a new Word document often helps.`;

function broken(name: string, fault: Error & { code?: string }): NotRead {
  if (fault.code === 'ERR_WORKER_OUT_OF_MEMORY') return { problem: tooMuch(name) };
  return { problem: notUnderstood(name), fault };
}

const shown = (name: string): string => name.replace(/^.*[\\/]/, '').slice(0, 80) || 'This file';
