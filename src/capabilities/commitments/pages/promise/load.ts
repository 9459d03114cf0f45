import type { Within } from '../../../../platform/database/database.ts';
import { type HistoryEntry, historyOf } from '../../../../platform/history/history.ts';
import type { SignedInVisit } from '../../../../platform/http/visit.ts';
import { promiseSubject } from '../../promise.ts';
import { commitmentsOf, type ListedCommitment } from '../../queries/commitments-of.ts';
import { type Progress, progressOf } from '../../queries/progress.ts';
import { promiseById, promisesOfLine, type StoredPromise } from '../../queries/promises.ts';
import { type Proposing, proposing } from '../../queries/proposal-facts.ts';
import { spreadNames } from '../../queries/spread-names.ts';
import { type PlanHead, planHead, type TimedLine, timedLines } from '../../queries/timed-lines.ts';
import { pairTimings, type Timing, timingsOf } from '../../rules/timings-of-line.ts';
import { type WhoDoesIt, whoDoesThem } from './who-does-it.ts';

export const SIZE = 100;

export type FoundPromise = Proposing & {
  promise: StoredPromise;
  plan: PlanHead;
  line: TimedLine | undefined;
  /** What the words that it was made of say now, where that is something else; null: they are gone. */
  says: Timing | null | undefined;
  commitments: ListedCommitment[];
  names: ReadonlyMap<string, string>;
  progress: Progress | undefined;
  history: HistoryEntry[];
  /** Who does it, and who is asked today. */
  who: WhoDoesIt;
};

/** A promise with its line as it stands now, and how it goes. */
export async function loadPromise(
  within: Within,
  id: string,
  { today }: Pick<SignedInVisit, 'today'>,
  page: number,
): Promise<FoundPromise | undefined> {
  const promise = await promiseById(within, id);
  const plan = promise && (await planHead(within, promise.plan));
  if (!plan) return undefined;
  const [line] = promise.line ? await timedLines(within, plan.id, promise.line) : [];
  const [commitments, known, names, progress, history, says, who] = await Promise.all([
    commitmentsOf(within, id, today(), { page, size: SIZE }),
    proposing(within, plan, today()),
    spreadNames(within, [promise.spread]),
    progressOf(within, [id], today()),
    historyOf(within, promiseSubject(id), 50),
    line && !promise.endedOn ? saysNow(within, promise, line) : undefined,
    whoDoesThem(within, [promise], line, today()),
  ]);
  const found = { promise, plan, line, says, commitments, ...known, names, history, who: who[0]! };
  return { ...found, progress: progress.get(id) };
}

/** Looked at beside the others of its line: what is another's words is not what became of its own. */
export async function saysNow(
  within: Within,
  { id }: StoredPromise,
  line: TimedLine,
): Promise<Timing | null | undefined> {
  const { kept, adrift } = pairTimings(timingsOf(line), await promisesOfLine(within, line.id));
  const stands = kept.find(one => one.promise.id === id);
  if (stands) return stands.readAnew ? stands.timing : undefined;
  const lost = adrift.find(one => one.promise.id === id);
  return lost && (lost.instead ?? null);
}
