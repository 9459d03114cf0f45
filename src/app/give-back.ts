import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Milliseconds after the start in which people may be waiting for their first page. */
const AFTER = 5_000;

/**
 * Gives back the memory that only beginning took: sources, what was translated and thrown away, the room for both. The
 * engine does so by itself once it is busy; a process that waits for its first request or job keeps it for hours.
 */
export function giveBackOnceBegun(): void {
  setTimeout(() => {
    setFlagsFromString('--expose-gc');
    const collect: unknown = runInNewContext('gc');
    setFlagsFromString('--no-expose-gc');
    if (typeof collect === 'function') collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  }, AFTER).unref();
}
