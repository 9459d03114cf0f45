import type { MessageState } from '../message.ts';
import type { Outcome } from '../transport/transport.ts';
import { nextTry, nextTryOfServer } from './next-try.ts';

/** What a message is after an attempt, and when it is tried again where it is. */
export function afterAttempt(
  outcome: Outcome['outcome'],
  { tries, giveUpAt, now }: { tries: number; giveUpAt: Temporal.Instant; now: Temporal.Instant },
): { state: MessageState; nextTryAt: Temporal.Instant } {
  if (outcome === 'accepted' || outcome === 'refused' || outcome === 'unknown')
    return { state: outcome, nextTryAt: now };
  const next = outcome === 'later' ? nextTry(tries, now) : nextTryOfServer(tries, now);
  const over = Temporal.Instant.compare(giveUpAt, now) <= 0;
  return { state: over ? 'given-up' : 'waiting', nextTryAt: next };
}
