import { z } from 'zod';
import { isRefused } from '../../../../language/refusal.ts';
import { readDay } from '../../../../platform/http/day-field.ts';
import { fieldProblem, readForm } from '../../../../platform/http/form.ts';
import { type Answer, notFound, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { addHolding, endHolding, type NotHeld } from '../../actions/posts.ts';
import { whomTyped } from '../../person-form.ts';
import { idOf, namedAddress } from '../directory-addresses.ts';
import { findWhom, whomProblem } from '../whom.ts';
import { viewNamed } from './page.ts';

const shape = z.object({
  who: whomTyped,
  as: z.enum(['holder', 'deputy', 'cover'], 'Choose whether they hold, deputise or cover'),
});

/** Somebody holds a post, is its deputy or covers it, between days where they are known. */
export async function postHolding(visit: SignedInVisit): Promise<Answer> {
  const post = idOf(visit, 'post');
  if (!post) return notFound;
  const { value, errors = [], answers } = readForm(shape, visit.form);
  const from = readDay(visit.form, 'from', { asked: 'the first day' });
  const to = readDay(visit.form, 'to', { asked: 'the last day' });
  const problems = [...errors, ...from.errors, ...to.errors];
  if (!value || problems.length) return viewNamed(visit, 'post', { errors: problems, answers });
  const done = await visit.within(async within => {
    const whom = await findWhom(within, value.who, visit.today());
    if (isRefused(whom)) return { problem: whomProblem(whom, 'who', value.who) };
    const held = { post, person: whom.id, as: value.as, startsOn: from.day, endsOn: to.day };
    return { held: await addHolding(within, held, visit.now()) };
  });
  if (!done.held) return viewNamed(visit, 'post', { errors: done.problem, answers });
  if (!isRefused(done.held)) return redirect(namedAddress('post', post), `${done.held.name} is added.`);
  if (done.held.refused === 'not-found') return notFound;
  const [field, text] = WHY[done.held.refused];
  return viewNamed(visit, 'post', { errors: fieldProblem(field, text), answers });
}

const WHY: Record<Exclude<NotHeld['refused'], 'not-found'>, [field: string, text: string]> = {
  nobody: ['who', 'Enter the name of somebody in the directory'],
  'wrong-way-round': ['to-day', 'Enter a last day that is not before the first'],
  'needs-days': ['from-day', 'Enter the first and the last day: covering is for a time'],
  'leaves-before': ['who', 'Enter somebody else: this person has left by then'],
};

/** Today is somebody's last day in a post. */
export async function postHoldingEnd(visit: SignedInVisit): Promise<Answer> {
  const [post, holding] = [idOf(visit, 'post'), idOf(visit, 'holding')];
  if (!post || !holding) return notFound;
  const done = await visit.within(within =>
    endHolding(within, { post, holding, on: visit.today() }, visit.now()),
  );
  return isRefused(done)
    ? notFound
    : redirect(namedAddress('post', post), `Today is the last day of ${done.name} in it.`);
}
