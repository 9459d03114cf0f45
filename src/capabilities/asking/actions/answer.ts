import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { type Change, record } from '../../../platform/history/history.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { type Attachable, attach } from '../../attachments/index.ts';
import type { RequestKind } from '../kind.ts';
import { requestSubject } from '../request.ts';
import { actorOf, type Sayer, updateSubject } from '../update.ts';
import { addUpdate, holdRequest } from './add-update.ts';

export type Answer = {
  choice: string;
  note: string;
  picked: string[] | null;
  /** Whose it is instead, where the choice asks for it. */
  name: string;
  file: Attachable | undefined;
};

/** `not-open`: it was withdrawn, is over, or another one's by now. */
export type NotAnswered = Refusal<'not-open' | 'no-such-choice'>;

/**
 * Keeps an answer, and asks for what it does, in one transaction. Whoever answered may answer again: that is another
 * update, and what it does is done after what the one before did.
 */
export async function answerRequest(
  within: Within,
  request: string,
  answer: Answer,
  { by, now, kinds }: { by: Sayer; now: Temporal.Instant; kinds: readonly RequestKind[] },
): Promise<{ update: string } | NotAnswered> {
  const acting = { ...within, actor: by.byLink ? actorOf(by) : within.actor };
  const held = await holdRequest(acting, request);
  if (!held || (held.state !== 'open' && held.state !== 'answered')) return refuse('not-open');
  const choice = held.choices.find(({ key }) => key === answer.choice);
  if (!choice) return refuse('no-such-choice');
  const update = await addUpdate(acting, request, { kind: 'answer', ...answer }, by, now);
  if (answer.file) await attach(acting, updateSubject(update), answer.file, now);
  await within.db
    .updateTable('requests')
    .set(row => ({ state: 'answered', settled_at: now, version: row('version', '+', 1) }))
    .where('id', '=', request)
    .execute();
  await record(acting, requestSubject(request), 'answered', changesOf(choice.text, answer), now);
  const job = kinds.find(({ kind }) => kind === held.kind)?.answered;
  if (job) await enqueue(acting, job, { update }, now);
  return { update };
}

function changesOf(choice: string, { note, name, file }: Answer): Change[] {
  const said: [string, string | undefined][] = [
    ['answer', choice],
    ['note', note],
    ['whose it is', name],
    ['file', file?.name],
  ];
  return said.flatMap(([field, after]) => (after ? [{ field, before: null, after }] : []));
}
