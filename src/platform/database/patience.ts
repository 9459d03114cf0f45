import { setTimeout as pause } from 'node:timers/promises';
import { databaseAway } from './connect.ts';

/** How long a request waits for a database that is restarting, before it is told so. In milliseconds. */
const PATIENCE = 5_000;
const AGAIN_AFTER = 100;

/** Only for what may be done twice: a question, or the beginning of a transaction in which nothing was done yet. */
export async function withPatience<T>(ask: () => Promise<T>): Promise<T> {
  const until = performance.now() + PATIENCE;
  for (;;) {
    try {
      return await ask();
    } catch (fault) {
      if (!databaseAway(fault) || performance.now() > until) throw fault;
      await pause(AGAIN_AFTER);
    }
  }
}
