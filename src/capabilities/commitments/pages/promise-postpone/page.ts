import { isRefused } from '../../../../language/refusal.ts';
import { count, day } from '../../../../language/words.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { readDay } from '../../../../platform/http/day-field.ts';
import { fieldProblem } from '../../../../platform/http/form.ts';
import { versionOrNone } from '../../../../platform/http/version-field.ts';
import {
  type Answer,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import { endPostponing, type NotPostponed, postponePromise } from '../../actions/postpone-promise.ts';
import { postponable } from '../../queries/postponable.ts';
import { promiseAddress, promiseIdOf, promisesOf } from '../promise-addresses.ts';
import { whenOf } from '../when-of.ts';
import { readWhy, SAY_WHY } from '../why-field.ts';

type Wrong = { errors: PageError[]; answers: Record<string, string> };

/** Where a whole promise is put off until a day, and taken up again before it. */
export async function postponePage(visit: SignedInVisit, wrong?: Wrong): Promise<Answer> {
  const id = promiseIdOf(visit);
  const promise = id && (await visit.within(within => postponable(within, id)));
  if (!promise) return notFound;
  // where it is postponed by now there are no fields in which something could be wrong
  if (wrong && promise.until) return redirect(promiseAddress(promise.id), MEANWHILE);
  visit.shown.add(promise.line ?? promise.plan);
  const facts = {
    here: `${promiseAddress(promise.id)}/postpone`,
    back: promiseAddress(promise.id),
    promise,
    answers: wrong?.answers ?? { version: String(promise.version) },
    errors: wrong?.errors,
  };
  const trail = [
    { text: promise.planTitle, href: promisesOf(promise.plan) },
    { text: promise.about, href: facts.back },
    { text: 'Postpone' },
  ];
  const frame = { title: 'Postpone a promise', trail, place: '/plans' };
  return page('commitments/pages/promise-postpone/promise-postpone.njk', facts, frame, wrong ? 422 : 200);
}

export async function postPostpone(visit: SignedInVisit): Promise<Answer> {
  const id = promiseIdOf(visit);
  if (!id) return notFound;
  const { form } = visit;
  const { why, errors: unsaid } = readWhy(form);
  const until = readDay(form, 'until', { asked: 'the day until which it is postponed', needed: true });
  const errors = [...until.errors, ...unsaid];
  const { day: dayTyped, month, year } = until.answers;
  const version = versionOrNone.parse(form.version);
  const answers = {
    'until-day': dayTyped,
    'until-month': month,
    'until-year': year,
    why,
    version: `${version}`,
  };
  if (errors.length || !until.day) return postponePage(visit, { errors, answers });
  const asked = { promise: id, version, until: until.day, why };
  const done = await visit.within(async within =>
    (await postponable(within, id)) ? postponePromise(within, asked, whenOf(visit)) : undefined,
  );
  if (!done) return notFound;
  if (isRefused(done)) return refused(visit, id, done.refused, answers);
  const dates = count(done.postponed, 'date');
  return redirect(
    promiseAddress(id),
    `Postponed until ${day(asked.until)}: ${dates} before it wait in sight.`,
  );
}

export async function postEndPostponing(visit: SignedInVisit): Promise<Answer> {
  const id = promiseIdOf(visit);
  if (!id) return notFound;
  const asked = { promise: id, version: versionOrNone.parse(visit.form.version) };
  const done = await visit.within(async within =>
    (await postponable(within, id)) ? endPostponing(within, asked, whenOf(visit)) : undefined,
  );
  if (!done) return notFound;
  if (isRefused(done)) return refused(visit, id, done.refused, {});
  return redirect(promiseAddress(id), `Taken up again: ${count(done.opened, 'date')} to come are open.`);
}

async function refused(
  visit: SignedInVisit,
  id: string,
  why: NotPostponed['refused'],
  answers: Record<string, string>,
): Promise<Answer> {
  if (why === 'not-found') return notFound;
  if (why === 'postponed' || why === 'not-postponed') return redirect(promiseAddress(id), MEANWHILE);
  const [field, words] = NOT_POSTPONED[why];
  return postponePage(visit, { errors: fieldProblem(field, words), answers });
}

const MEANWHILE = 'Somebody changed this promise meanwhile, so nothing was done. Look at it again.';

type AtField = Exclude<NotPostponed['refused'], 'not-found' | 'postponed' | 'not-postponed'>;

const NOT_POSTPONED: Record<AtField, [string, string]> = {
  changed: ['why', 'Somebody changed the promise meanwhile: look at it, and postpone it again'],
  'reason-needed': ['why', SAY_WHY],
  past: ['until-day', 'Enter a day that is to come'],
};
