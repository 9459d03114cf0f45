import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { type Change, record } from '../../../platform/history/history.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { type Attachable, attach } from '../../attachments/index.ts';
import type { RequestKind } from '../kind.ts';
import { type FieldSaid, type RequestState, requestSubject } from '../request.ts';
import { actingAs, type Sayer, updateSubject, WAY_WORDS } from '../update.ts';
import { addUpdate, holdRequest } from './add-update.ts';

export type Answer = {
  choice: string;
  note: string;
  picked: string[] | null;
  /** Whose it is instead, where the choice asks for it. */
  name: string;
  /** On which day it was done, where the choice asks for it. */
  day: Temporal.PlainDate | null;
  said: FieldSaid[];
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
  const acting = actingAs(within, by);
  const held = await holdRequest(acting, request);
  if (!held || !takesAnswer(held.state, by)) return refuse('not-open');
  const choice = held.choices.find(({ key }) => key === answer.choice);
  if (!choice) return refuse('no-such-choice');
  const update = await addUpdate(acting, request, { kind: 'answer', ...answer }, by, now);
  if (answer.file) await attach(acting, updateSubject(update), answer.file, now);
  await within.db
    .updateTable('requests')
    .set(row => ({ state: 'answered', settled_at: now, version: row('version', '+', 1) }))
    .where('id', '=', request)
    .execute();
  await record(acting, requestSubject(request), 'answered', changesOf(choice.text, answer, by), now);
  const job = kinds.find(({ kind }) => kind === held.kind)?.answered;
  if (job) await enqueue(acting, job, { update }, now);
  return { update };
}

/** What a colleague was told in answer counts too while the lead has still to say whose it is, and long after nobody answered. */
export const takesAnswer = (state: RequestState, { byLink }: Pick<Sayer, 'byLink'>): boolean =>
  state === 'open' || state === 'answered' || (!byLink && (state === 'not-theirs' || state === 'unanswered'));

function changesOf(
  choice: string,
  { note, name, day, file }: Answer,
  { name: who, written }: Sayer,
): Change[] {
  const said: [string, string | undefined][] = [
    ['answered by', written && `${who} ${WAY_WORDS[written.way]}`],
    ['answered on', written?.on.toString()],
    ['answer', choice],
    ['done on', day?.toString()],
    ['note', note],
    ['whose it is', name],
    ['file', file?.name],
  ];
  return said.flatMap(([field, after]) => (after ? [{ field, before: null, after }] : []));
}
