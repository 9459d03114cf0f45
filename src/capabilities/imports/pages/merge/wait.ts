import { setTimeout as pause } from 'node:timers/promises';
import type { SignedInVisit } from '../../../../platform/http/visit.ts';
import { type MergeStatus, mergeStatus } from '../../queries/edition/merges.ts';

/** How long a page waits, so that what is compared quickly shows at once, and how it asks. In milliseconds. */
const PATIENCE = 1_500;
const FIRST = 40;
const LONGEST = 250;

export const isUnderWay = (status: MergeStatus): boolean =>
  status === 'waiting' || status === 'accepting' || status === 'undoing';

/** How it stands with a comparison: at once when it is done, else as soon as it is or patience ends. */
export async function waitForMerge(visit: SignedInVisit, id: string): Promise<MergeStatus | undefined> {
  const until = performance.now() + PATIENCE;
  for (let wait = FIRST; ; wait = Math.min(wait * 1.5, LONGEST)) {
    // each look is a transaction of its own: none is held open while nothing happens
    const status = await visit.within(within => mergeStatus(within, id));
    if (!status || !isUnderWay(status) || performance.now() + wait > until) return status;
    await pause(wait);
  }
}
