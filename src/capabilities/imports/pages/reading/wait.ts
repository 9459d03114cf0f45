import { setTimeout as pause } from 'node:timers/promises';
import type { SignedInVisit } from '../../../../platform/http/visit.ts';
import { type HowFar, howFar } from '../../queries/progress.ts';

/** How long a page waits, so that what is read quickly shows at once, and how it asks. In milliseconds. */
const PATIENCE = 1_500;
const FIRST = 40;
const LONGEST = 250;

/** How far a reading has come: at once when it is done, else as soon as it is or patience ends. */
export async function waitForReading(visit: SignedInVisit, id: string): Promise<HowFar | undefined> {
  const until = performance.now() + PATIENCE;
  for (let wait = FIRST; ; wait = Math.min(wait * 1.5, LONGEST)) {
    // each look is a transaction of its own: none is held open while nothing happens
    const come = await visit.within(within => howFar(within, id));
    if (come?.status !== 'waiting' || performance.now() + wait > until) return come;
    await pause(wait);
  }
}
