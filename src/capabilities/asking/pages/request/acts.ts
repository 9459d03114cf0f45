import { z } from 'zod';
import { isRefused } from '../../../../language/refusal.ts';
import { fieldProblem, readForm } from '../../../../platform/http/form.ts';
import { type Answer, notFound, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { attachedFile } from '../../../attachments/index.ts';
import { askInstead, withdrawRequest } from '../../actions/settle.ts';
import { tryAgain } from '../../actions/undelivered.ts';
import { personCalled } from '../../queries/of-whom.ts';
import { recordIdsOf } from '../../queries/records.ts';
import { updatesOf } from '../../queries/updates.ts';
import { updateSubject } from '../../update.ts';
import { fileIdOf, requestIdOf } from '../which.ts';
import type { requestPage } from './page.ts';

type Show = ReturnType<typeof requestPage>;

const NOT_OPEN = 'It was answered or withdrawn in the meantime, so nothing was changed.';
const SETTLED = 'Nobody is asked this any more.';

const reason = z.object({
  reason: z.string().trim().min(1, 'Say why').max(300, 'Write 300 characters or fewer'),
});

export const postWithdraw =
  (show: Show) =>
  async (visit: SignedInVisit): Promise<Answer> => {
    const id = requestIdOf(visit);
    if (!id) return notFound;
    const { value, errors, answers } = readForm(reason, visit.form);
    if (!value) return show(visit, { answers, errors });
    const done = await visit.within(within => withdrawRequest(within, id, value.reason, visit.now()));
    if (isRefused(done) && done.refused === 'not-found') return notFound;
    return redirect(`/asking/${id}`, isRefused(done) ? NOT_OPEN : SETTLED);
  };

const who = z.object({
  name: z.string().trim().min(1, 'Enter a name').max(120, 'Write 120 characters or fewer'),
});

export const postInstead =
  (show: Show) =>
  async (visit: SignedInVisit): Promise<Answer> => {
    const id = requestIdOf(visit);
    if (!id) return notFound;
    const { value, errors, answers } = readForm(who, visit.form);
    if (!value) return show(visit, { answers, errors });
    const done = await visit.within(async within => {
      const person = await personCalled(within, value.name, visit.today());
      return person && askInstead(within, id, { id: person, name: value.name }, visit.now());
    });
    if (!done) {
      const problem = 'Enter a name as the directory has it: nobody, or more than one, is called so';
      return show(visit, { answers, errors: fieldProblem('name', problem) });
    }
    if (isRefused(done) && done.refused === 'not-found') return notFound;
    return redirect(
      `/asking/${id}`,
      isRefused(done) ? NOT_OPEN : `${value.name} is asked in the next message.`,
    );
  };

const NOT_LOST = 'It did arrive, or goes out again already, so nothing was changed.';

/** To the same address once more, where somebody has seen to it. */
export async function postAgain(visit: SignedInVisit): Promise<Answer> {
  const id = requestIdOf(visit);
  const done = id && (await visit.within(within => tryAgain(within, id, visit.now())));
  if (!done || (isRefused(done) && done.refused === 'not-found')) return notFound;
  return redirect(`/asking/${id}`, isRefused(done) ? NOT_LOST : 'It goes with their next message.');
}

/** A file that came with one of the answers. */
export async function getAnswerFile(visit: SignedInVisit): Promise<Answer> {
  const [id, file] = [requestIdOf(visit), fileIdOf(visit)];
  if (!id || !file) return notFound;
  const found = await visit.within(async within => {
    for (const update of (await updatesOf(within, [id])).get(id) ?? []) {
      const kept = await attachedFile(within, updateSubject(update.id), file);
      if (!kept) continue;
      for (const record of await recordIdsOf(within, id)) visit.shown.add(record);
      return kept;
    }
    return undefined;
  });
  return found ? { kind: 'file', ...found } : notFound;
}
