import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { record } from '../../../platform/history/history.ts';
import type { When } from '../when.ts';
import { askForAnswer, askNobodyMore, askToTellBack } from './ask-about-concerns.ts';
import { type ConcernSayer, concernSubject } from './concern.ts';

type HeldConcern = {
  id: string;
  owner: string | null;
  answer: string;
  raisedBy: string | null;
  answered: boolean;
  told: boolean;
};

/** As it stands, held until the transaction ends, so that of two who answer one is the first. */
async function holdConcern({ db }: Within, id: string): Promise<HeldConcern | undefined> {
  const row = await db
    .selectFrom('concerns')
    .select(['id', 'owner_id as owner', 'answer', 'raised_by_id as raisedBy'])
    .select(['answered_at as answeredAt', 'told_at as toldAt'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return undefined;
  const { answeredAt, toldAt, ...concern } = row;
  return { ...concern, answered: answeredAt !== null, told: toldAt !== null };
}

/**
 * Answers it, or puts the answer right while nobody was told it; whoever passed it on is asked to tell it back. `first`: whoever
 * answers saw no answer yet, and does not write over one.
 */
export async function answerConcern(
  within: Within,
  id: string,
  { answer, by, first = false }: { answer: string; by: ConcernSayer; first?: boolean },
  when: When,
): Promise<{ answered: true } | Refusal<'not-found' | 'answered-already' | 'told-already'>> {
  const held = await holdConcern(within, id);
  if (!held) return refuse('not-found');
  if (held.told) return refuse('told-already');
  if (first && held.answered) return refuse('answered-already');
  await within.db
    .updateTable('concerns')
    .set(row => ({ answer, answered_at: when.now, answered_by: by.name, version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
  const changes = [{ field: 'answer', before: held.answer || null, after: answer }];
  await record(
    within,
    concernSubject(id),
    held.answered ? 'put its answer right' : 'answered',
    changes,
    when.now,
  );
  await askNobodyMore(within, id, when.now);
  if (held.raisedBy) await askToTellBack(within, { concern: id, person: held.raisedBy }, when);
  return { answered: true };
}

/** Notes by whom and how the answer was told to those who were worried, or why nobody could be told. */
export async function tellConcernBack(
  within: Within,
  id: string,
  { how, by }: { how: string; by: ConcernSayer },
  { now }: When,
): Promise<{ told: true } | Refusal<'not-found' | 'not-answered' | 'told-already'>> {
  const held = await holdConcern(within, id);
  if (!held) return refuse('not-found');
  if (!held.answered) return refuse('not-answered');
  if (held.told) return refuse('told-already');
  await within.db
    .updateTable('concerns')
    .set(row => ({ told_at: now, told_how: how, told_by: by.name, version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
  const changes = [{ field: 'how', before: null, after: how }];
  await record(within, concernSubject(id), 'told the answer back', changes, now);
  await askNobodyMore(within, id, now);
  return { told: true };
}

/** Somebody else is to answer it; they are asked, and who was asked before is not any more. */
export async function giveConcern(
  within: Within,
  id: string,
  owner: { id: string; name: string },
  when: When,
): Promise<{ given: true } | Refusal<'not-found' | 'answered-already'>> {
  const held = await holdConcern(within, id);
  if (!held) return refuse('not-found');
  if (held.answered) return refuse('answered-already');
  if (held.owner === owner.id) return { given: true };
  await within.db
    .updateTable('concerns')
    .set(row => ({ owner_id: owner.id, version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
  const change = { field: 'who answers', before: null, after: owner.name };
  await record(within, concernSubject(id), 'said who answers', [change], when.now);
  await askNobodyMore(within, id, when.now);
  await askForAnswer(within, { concern: id, owner: owner.id }, when);
  return { given: true };
}
