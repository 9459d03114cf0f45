import { hash } from 'node:crypto';
import type { Within } from '../../../platform/database/database.ts';
import { proposeTiming, type TimingProposal } from '../rules/propose-timing.ts';
import { type Paired, pairTimings, type Timing, timingsOf } from '../rules/timings-of-line.ts';
import { promisesOfPlan, type StoredPromise } from './promises.ts';
import { type Proposing, proposing } from './proposal-facts.ts';
import { type PlanHead, type TimedLine, timedLines } from './timed-lines.ts';

/** A timing of which nothing is promised yet. `seen`: another one as soon as it would promise something else. */
export type Proposed = { line: TimedLine; timing: Timing; proposal: TimingProposal; seen: string };

/** A promise, and what the words that it was made of have become, where they are others. */
export type KeptPromise = { promise: StoredPromise; line?: TimedLine; says?: Timing };

export type PlanPromises = Proposing & {
  open: Proposed[];
  /** Of lines that are done with: nobody has to promise them. */
  finished: Proposed[];
  kept: KeptPromise[];
};

const DONE_WITH = new Set(['complete', 'superseded', 'not-progressing']);

/** What the timings of a plan, or of one of its lines, promise and would promise. */
export async function planPromises(
  within: Within,
  plan: PlanHead,
  today: Temporal.PlainDate,
  only?: string,
): Promise<PlanPromises> {
  const [lines, promises, known] = [
    await timedLines(within, plan.id, only),
    await promisesOfPlan(within, plan.id),
    await proposing(within, plan, today),
  ];
  const byLine = Map.groupBy(promises, ({ line }) => line);
  const found = lines.map(line => ({ line, ...pairTimings(timingsOf(line), byLine.get(line.id) ?? []) }));
  const timed = new Set<string | null>(lines.map(({ id }) => id));
  const beside = only ? [] : promises.filter(({ line }) => !timed.has(line));
  const proposed = found.flatMap(({ line, open }) => open.map(timing => propose(line, timing, known)));
  return {
    ...known,
    open: proposed.filter(({ line }) => !DONE_WITH.has(line.state)),
    finished: proposed.filter(({ line }) => DONE_WITH.has(line.state)),
    kept: [...found.flatMap(one => keptOf(one.line, one)), ...beside.map(promise => ({ promise }))],
  };
}

function propose(line: TimedLine, timing: Timing, { facts }: Proposing): Proposed {
  const proposal = proposeTiming(timing, line.when, facts);
  return { line, timing, proposal, seen: stampOf(timing, proposal) };
}

function keptOf(line: TimedLine, { kept, adrift, apart }: Paired<StoredPromise>): KeptPromise[] {
  return [
    ...kept.map(({ promise, timing, readAnew }) => ({ promise, line, ...(readAnew && { says: timing }) })),
    ...adrift.map(({ promise, instead }) => ({ promise, line, ...(instead && { says: instead }) })),
    ...apart.map(promise => ({ promise, line })),
  ];
}

const stampOf = ({ schedule }: Timing, proposal: TimingProposal): string =>
  hash('sha256', JSON.stringify([schedule.phrase, proposal])).slice(0, 16);
