import { isRefused } from '../../../../language/refusal.ts';
import { count } from '../../../../language/words.ts';
import { fieldProblem } from '../../../../platform/http/form.ts';
import { versionOrNone } from '../../../../platform/http/version-field.ts';
import { type Answer, notFound, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { endPromise, reopenPromise } from '../../actions/end-promise.ts';
import { followRegister } from '../../actions/follow-registers.ts';
import { takeReading } from '../../actions/take-reading.ts';
import { promiseById } from '../../queries/promises.ts';
import { promiseAddress, promiseIdOf } from '../promise-addresses.ts';
import { answersIn } from '../promise-form/answers.ts';
import { whenOf } from '../when-of.ts';
import { promisePage } from './page.ts';

const MEANWHILE = 'Somebody changed this promise meanwhile, so nothing was done. Look at it again.';

/** What the form was about, as the page shows it again. */
const again = (visit: SignedInVisit, field: string, text: string): Promise<Answer> =>
  promisePage(visit, { errors: fieldProblem(field, text), answers: answersIn(visit.form) });

const seen = ({ form }: SignedInVisit): number => versionOrNone.parse(form.version);
const typed = (sent: unknown): string => (typeof sent === 'string' ? sent.trim() : '');

export async function postEnd(visit: SignedInVisit): Promise<Answer> {
  const promise = promiseIdOf(visit);
  if (!promise) return notFound;
  const why = typed(visit.form.reason).slice(0, 1000);
  const ending = { promise, version: seen(visit), why };
  const done = await visit.within(within => endPromise(within, ending, whenOf(visit)));
  if (!isRefused(done))
    return redirect(promiseAddress(promise), 'Ended. Nothing of it is due from today on.');
  if (done.refused === 'not-found') return notFound;
  return done.refused === 'reason-needed'
    ? again(visit, 'reason', 'Enter why nobody promises it any more')
    : redirect(promiseAddress(promise), MEANWHILE);
}

export async function postReopen(visit: SignedInVisit): Promise<Answer> {
  const promise = promiseIdOf(visit);
  if (!promise) return notFound;
  const asked = { promise, version: seen(visit) };
  const done = await visit.within(within => reopenPromise(within, asked, whenOf(visit)));
  if (!isRefused(done)) return redirect(promiseAddress(promise), 'It is promised again, from today.');
  return done.refused === 'not-found' ? notFound : redirect(promiseAddress(promise), MEANWHILE);
}

/** The words of the plan are others now: they are promised from now on, or the promise stays as it is. */
export async function postReading(visit: SignedInVisit): Promise<Answer> {
  const promise = promiseIdOf(visit);
  if (!promise) return notFound;
  const asked = { promise, version: seen(visit), at: typed(visit.form.at), take: visit.form.act === 'take' };
  const done = await visit.within(within => takeReading(within, asked, whenOf(visit)));
  if (!isRefused(done)) return redirect(promiseAddress(promise), asked.take ? TAKEN : LEFT);
  return done.refused === 'not-found' ? notFound : redirect(promiseAddress(promise), MEANWHILE);
}

const TAKEN = 'It is promised as the plan says now. What has happened stays.';
const LEFT = 'The promise stays as it is, beside what the plan says now.';

export async function postLookAgain(visit: SignedInVisit): Promise<Answer> {
  const promise = promiseIdOf(visit);
  if (!promise) return notFound;
  const done = await visit.within(async within =>
    (await promiseById(within, promise)) ? followRegister(within, promise, whenOf(visit)) : undefined,
  );
  if (!done) return notFound;
  const { added, retired, moved } = done;
  const words = [
    ...(added || retired ? [`${added} added, ${retired} retired.`] : []),
    ...(moved ? [`${count(moved, 'place is', 'places are')} kept by another than before.`] : []),
  ].join(' ');
  return redirect(promiseAddress(promise), words || 'The register has the same as before.');
}
