import type { Handler } from './capability.ts';
import { type Answer, type ArrivingVisit, redirect } from './visit.ts';

/** For so long after a password or a code nobody is asked again. */
export const PROVEN_FOR = Temporal.Duration.from({ minutes: 15 });

export const isProven = (provenAt: Temporal.Instant, now: Temporal.Instant): boolean =>
  Temporal.Duration.compare(now.since(provenAt), PROVEN_FOR) < 0;

/**
 * For acts that somebody at a laptop left open must not do (second factors, roles, mail settings): asks for the password
 * or a code first, where that was long ago, and leads back to the page named. The first lines of such a handler:
 *
 *   const asked = askToProve(visit, '/organisation/mail');
 *   if (asked) return asked;
 *
 * A form is safer asked for on the page that shows it, so that nothing that was typed is lost; its POST asks all the same.
 * ASVS 5.0, 7.5.
 */
export function askToProve(visit: ArrivingVisit, back: string): Answer | undefined {
  if (isProven(visit.who.session.provenAt, visit.now())) return undefined;
  return redirect(`/account/prove?to=${encodeURIComponent(back)}`);
}

/** The same around a handler, where its route is named: `routes.post(path, needs, proven('/organisation/mail', save))`. */
export const proven =
  <V extends ArrivingVisit>(back: string | ((visit: V) => string), handler: Handler<V>): Handler<V> =>
  visit =>
    askToProve(visit, typeof back === 'string' ? back : back(visit)) ?? handler(visit);
