import type { Worker } from 'node:worker_threads';

/** Milliseconds between two looks. */
const EVERY = 50;

/**
 * Looks how many megabytes a thread holds outside its own objects, which the engine's limits do not count: a file may
 * unpack to a thousand times its size there. Calls `over` when there are more than `most`; gives back how to stop.
 */
export function watchMemory(thread: Worker, most: number, over: () => void): () => void {
  const look = async () => {
    const { external_memory } = await thread.getHeapStatistics();
    if (external_memory > most * 1024 * 1024) over();
  };
  // a thread that has just ended cannot be asked, and needs no watching
  const timer = setInterval(() => void look().catch(() => {}), EVERY);
  return () => clearInterval(timer);
}
