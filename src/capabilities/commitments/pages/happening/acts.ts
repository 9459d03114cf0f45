import { z } from 'zod';
import { isRefused, refuse } from '../../../../language/refusal.ts';
import { count } from '../../../../language/words.ts';
import { fieldProblem, readForm } from '../../../../platform/http/form.ts';
import { versionOrNone } from '../../../../platform/http/version-field.ts';
import { type Answer, notFound, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { settle } from '../../actions/settle.ts';
import { undoHappening } from '../../actions/undo-happening.ts';
import { happeningById, madeDueBy } from '../../queries/happenings.ts';
import { NOT_THEIRS } from '../may.ts';
import { happeningIdOf, idsIn } from '../which-happening.ts';
import { happeningPage, mayUndo, openToThem } from './page.ts';

const LONGEST = 500;
const reason = (missing: string) =>
  z
    .string()
    .catch('')
    .transform(text => text.replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1, missing).max(LONGEST, `The reason must be ${LONGEST} characters or fewer`));

const undoShape = z.object({ why: reason('Enter why it was a mistake'), version: versionOrNone });

/** It was recorded by mistake. */
export async function postUndo(visit: SignedInVisit): Promise<Answer> {
  const id = happeningIdOf(visit);
  const { value, errors, answers } = readForm(undoShape, visit.form);
  if (!id) return notFound;
  if (!value) return happeningPage(visit, { errors, answers });
  const done = await visit.within(async within => {
    const happening = await happeningById(within, id);
    if (happening && !mayUndo(visit, happening)) return refuse('not-yours');
    return undoHappening(within, { id, ...value }, visit.now());
  });
  if (isRefused(done) && done.refused === 'not-yours')
    return { kind: 'refused', why: 'Only whoever recorded it, and editors, can undo it.' };
  if (isRefused(done))
    return done.refused === 'not-found'
      ? notFound
      : redirect(`/happenings/${id}`, 'Somebody else had undone it already.');
  return redirect(
    `/happenings/${id}`,
    done.gone
      ? `Undone. ${count(done.gone, 'promise')} ${done.gone === 1 ? 'is' : 'are'} not due for it any more.`
      : 'Undone.',
  );
}

const notShape = z.object({ reason: reason('Enter why it does not apply') });

/** Some of what it set off does not apply. */
export async function postDoesNotApply(visit: SignedInVisit): Promise<Answer> {
  const id = happeningIdOf(visit);
  if (!id) return notFound;
  const { value, errors = [], answers } = readForm(notShape, visit.form);
  const ticked = idsIn(visit.form.occurrence);
  const wrong = [
    ...(ticked.length ? [] : fieldProblem('does-not-apply', 'Tick what does not apply')),
    ...errors,
  ];
  if (!value || wrong.length) return happeningPage(visit, { errors: wrong, answers, ticked });
  const { account } = visit.who;
  const done = await visit.within(async within => {
    const its = (await madeDueBy(within, id)).map(({ id: one }) => one).filter(one => ticked.includes(one));
    const happening = await happeningById(within, id);
    if (!happening || !its.length) return refuse('not-found');
    const theirs = await openToThem(within, visit, happening, its);
    const occurrences = its.filter(one => theirs.has(one));
    if (!occurrences.length) return refuse('not-yours');
    const by = { name: account.name, account: account.id };
    const when = { now: visit.now(), today: visit.today() };
    return settle(within, { occurrences, as: 'not-triggered', reason: value.reason }, by, when);
  });
  if (isRefused(done) && done.refused === 'not-yours') return NOT_THEIRS;
  if (isRefused(done)) return notFound;
  const settled = count(done.settled.length, 'promise');
  const already = done.already.length
    ? ` ${count(done.already.length, 'other')} had been settled before.`
    : '';
  return redirect(`/happenings/${id}`, `Said of ${settled}: it does not apply.${already}`);
}
