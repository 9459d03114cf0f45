import { isRefused, type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import type { NewPromise } from '../promise.ts';
import { type PlanPromises, type Proposed, planPromises } from '../queries/proposals.ts';
import { holdPlan } from '../queries/timed-lines.ts';
import type { When } from '../when.ts';
import { keepPromise, type NotKept } from './keep-promise.ts';

/** Which timing of a line is meant, and what it would have promised when it was shown. */
export type Chosen = { line: string; at: string; seen: string };

/** Keeps what one timing of a plan promises as it was shown; `changed-meanwhile`: it would promise something else by now. */
export async function keepProposed(
  within: Within,
  plan: string,
  { line, at, seen }: Chosen,
  when: When,
): Promise<{ promise: string } | NotKept | Refusal<'changed-meanwhile'>> {
  const head = await holdPlan(within, plan);
  if (!head) return refuse('not-found');
  const all = await planPromises(within, head, when.today, line);
  const chosen = [...all.open, ...all.finished].find(({ timing }) => timing.at === at);
  const promise = chosen && promiseOf(plan, chosen, all);
  return promise && chosen.seen === seen ? keepPromise(within, promise, when) : refuse('changed-meanwhile');
}

/** Keeps the next of those that leave no question, at most so many. How many these were. */
export async function keepReady(within: Within, plan: string, most: number, when: When): Promise<number> {
  const head = await holdPlan(within, plan);
  if (!head) return 0;
  const all = await planPromises(within, head, when.today);
  let kept = 0;
  for (const one of all.open.filter(({ proposal }) => proposal.stands === 'ready').slice(0, most)) {
    const done = await keepPromise(within, promiseOf(plan, one, all)!, when);
    if (!isRefused(done)) kept++;
  }
  return kept;
}

/** As a proposal is kept that nobody changed: once for all, by whoever answers for the line. */
export function promiseOf(
  plan: string,
  { line, timing, proposal }: Proposed,
  { settings }: Pick<PlanPromises, 'settings'>,
): NewPromise | undefined {
  if (proposal.stands === 'ask') return undefined;
  const { graceDays, warningDays } = settings;
  const { series, conditional, setOffBy } = proposal;
  return {
    plan,
    of: { line: line.id },
    about: line.about,
    phrase: timing.schedule.phrase,
    read: timing.schedule,
    ...{ series, conditional, setOffBy, graceDays, warningDays },
    ...{ heldOnly: false, spread: null, owner: null },
  };
}
