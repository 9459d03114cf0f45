import { isRefused } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { record } from '../../../platform/history/history.ts';
import { type AnyJob, defineJob } from '../../../platform/jobs/job.ts';
import { type AnswerGiven, actorOf, takeAnswer, updateSubject } from '../../asking/index.ts';
import { attach, attachable, attachedFile, attachmentsOf } from '../../attachments/index.ts';
import { workingCalendarOf } from '../../organisations/index.ts';
import { saveLine } from '../actions/save-line.ts';
import { lineInPlan } from '../queries/line.ts';
import { linesNow } from '../queries/lines-now.ts';
import { withReason } from '../rules/deeds.ts';
import type { LineValues } from '../rules/line-changes.ts';
import { OWNERSHIP, OWNERSHIP_TOLD, PROGRESS, PROGRESS_CHOICES, PROGRESS_TOLD } from './kinds.ts';
import { settleOwnership } from './settle-ownership.ts';

const LIMITS = { expireInSeconds: 120, retryLimit: 20 };

/** What an owner says of a line becomes its state, an entry of its history, and a file of it. */
const progressTold = defineJob({
  ...PROGRESS_TOLD,
  ...LIMITS,
  run: ({ update }, { within, clock }) =>
    within(async member => {
      const given = await takeAnswer(member, update, clock.now());
      if (given?.kind !== PROGRESS) return;
      const acting = { ...member, actor: actorOf(given.by) };
      for (const { id } of given.records) {
        const line = (await linesNow(acting, [id])).get(id);
        if (line) await tellLine(acting, { id, plan: line.plan }, given, clock.now());
      }
      for (const { id } of given.records) await keepFiles(acting, id, update, clock.now());
    }),
});

/** What an owner says of whose lines they are settles who has them. */
const ownershipTold = defineJob({
  ...OWNERSHIP_TOLD,
  ...LIMITS,
  run: ({ update }, { within, clock }) =>
    within(async member => {
      const given = await takeAnswer(member, update, clock.now());
      if (given?.kind !== OWNERSHIP || !given.owner) return;
      const acting = { ...member, actor: actorOf(given.by) };
      await settleOwnership(acting, { ...given, owner: given.owner }, clock.now());
    }),
});

export const answeredJobs: AnyJob[] = [progressTold, ownershipTold];

async function tellLine(
  within: Within,
  { id, plan }: { id: string; plan: string },
  given: AnswerGiven,
  now: Temporal.Instant,
): Promise<void> {
  const choice = PROGRESS_CHOICES.find(({ key }) => key === given.choice);
  const found = await lineInPlan(within, plan, id);
  if (!choice || !found) return;
  const { state, version } = found.line;
  // what goes on for ever is under way too
  const values: LineValues =
    state === 'ongoing' && choice.state === 'in-progress' ? {} : { state: choice.state };
  const { zone } = await workingCalendarOf(within);
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const saved = await saveLine(within, { plan, line: id, version, values }, { now, today });
  if (isRefused(saved))
    throw new Error(`The line was changed while an answer was worked in: ${saved.refused}.`);
  await record(within, { kind: 'line', id }, `said: ${choice.text}`, withReason(given.note), now);
}

/** Proof that came with an answer stands with the line too. */
async function keepFiles(within: Within, line: string, update: string, now: Temporal.Instant): Promise<void> {
  for (const { id } of await attachmentsOf(within, updateSubject(update))) {
    const file = await attachedFile(within, updateSubject(update), id);
    const kept = file && (await attachable(file));
    if (kept && !isRefused(kept)) await attach(within, { kind: 'line', id: line }, kept, now);
  }
}
