import type { Within } from '../../../../platform/database/database.ts';
import type { NewPromise } from '../../promise.ts';
import { clauseToPromise } from '../../queries/clause.ts';
import { type Proposing, proposing } from '../../queries/proposal-facts.ts';
import { type PlanHead, planHead, timedLines } from '../../queries/timed-lines.ts';
import { proposeTiming, type TimingProposal } from '../../rules/propose-timing.ts';
import { type Timing, timingsOf } from '../../rules/timings-of-line.ts';
import { identified } from '../identified.ts';
import type { Answers } from '../promise-form/answers.ts';

/** What a promise is made of: a timing of a line, a line apart from its words, or a clause of the plan. */
export type PromisedOf = Pick<NewPromise, 'of' | 'about' | 'phrase' | 'read'> & {
  plan: PlanHead;
  proposal?: TimingProposal;
  timing?: Timing;
  /** As the address says it. */
  said: Answers;
  settings: Proposing['settings'];
};

/** Undefined where the address names nothing that is there. */
export async function promisedOf(
  within: Within,
  plan: string,
  asked: Record<string, unknown>,
  today: Temporal.PlainDate,
): Promise<PromisedOf | undefined> {
  const head = await planHead(within, plan);
  if (!head) return undefined;
  const clause = identified(asked.clause);
  return clause ? ofClause(within, head, clause, today) : ofLine(within, head, asked, today);
}

async function ofLine(
  within: Within,
  plan: PlanHead,
  asked: Record<string, unknown>,
  today: Temporal.PlainDate,
): Promise<PromisedOf | undefined> {
  const id = identified(asked.line);
  const [line] = id ? await timedLines(within, plan.id, id) : [];
  if (!line) return undefined;
  const { facts, settings } = await proposing(within, plan, today);
  const timing = timingsOf(line).find(({ at }) => at === asked.at);
  const found = timing && { timing, proposal: proposeTiming(timing, line.when, facts) };
  return {
    plan,
    of: { line: line.id },
    about: line.about,
    phrase: timing?.schedule.phrase ?? '',
    ...(timing && { read: timing.schedule }),
    ...found,
    said: { line: line.id, ...(timing && { at: timing.at }) },
    settings,
  };
}

async function ofClause(
  within: Within,
  plan: PlanHead,
  id: string,
  today: Temporal.PlainDate,
): Promise<PromisedOf | undefined> {
  const clause = await clauseToPromise(within, plan.id, id);
  if (!clause) return undefined;
  const { settings } = await proposing(within, plan, today);
  return { plan, of: { clause: id }, about: clause.about, phrase: '', said: { clause: id }, settings };
}
