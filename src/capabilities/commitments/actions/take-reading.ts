import { isRefused, type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import type { Terms } from '../promise.ts';
import { promiseById, type StoredPromise } from '../queries/promises.ts';
import { proposing } from '../queries/proposal-facts.ts';
import { planHead, timedLines } from '../queries/timed-lines.ts';
import { proposeTiming } from '../rules/propose-timing.ts';
import { timingsOf } from '../rules/timings-of-line.ts';
import type { When } from '../when.ts';
import { changePromise, type NotChanged } from './change-promise.ts';

export type TakingReading = { promise: string; version: number; at: string; take: boolean };

/**
 * The line says something else by now than what the promise was made of. Taken, it is what is promised from now on; left, the
 * promise says what it said, and knows that somebody looked at it.
 */
export async function takeReading(
  within: Within,
  { promise: id, version, at, take }: TakingReading,
  when: When,
): Promise<{ taken: true } | NotChanged | Refusal<'no-such-words'>> {
  const promise = await promiseById(within, id);
  const plan = promise && (await planHead(within, promise.plan));
  const [line] = plan && promise.line ? await timedLines(within, plan.id, promise.line) : [];
  const timing = line && timingsOf(line).find(one => one.at === at);
  if (!promise || !plan || !line) return refuse('not-found');
  if (!timing) return refuse('no-such-words');
  const proposal = proposeTiming(timing, line.when, (await proposing(within, plan, when.today)).facts);
  if (take && proposal.stands === 'ask') return refuse('no-such-words');
  const terms = termsOf(promise);
  const anew =
    take && proposal.stands !== 'ask'
      ? { ...terms, series: proposal.series, conditional: proposal.conditional, setOffBy: proposal.setOffBy }
      : terms;
  const made = { phrase: timing.schedule.phrase, read: timing.schedule };
  const done = await changePromise(within, { promise: id, version, terms: anew, made }, when);
  return isRefused(done) ? done : { taken: true };
}

/** What is promised now. */
export const termsOf = ({ owner, ...promise }: StoredPromise): Terms => ({
  series: promise.series,
  conditional: promise.conditional,
  heldOnly: promise.heldOnly,
  graceDays: promise.graceDays,
  warningDays: promise.warningDays,
  spread: promise.spread,
  owner: owner?.id ?? null,
  setOffBy: promise.setOffBy,
});
