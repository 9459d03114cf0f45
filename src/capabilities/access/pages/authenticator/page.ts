import { z } from 'zod';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { fieldProblem, readForm } from '../../../../platform/http/form.ts';
import { askToProve, proven } from '../../../../platform/http/prove.ts';
import { type Answer, type ArrivingVisit, page, redirect } from '../../../../platform/http/visit.ts';
import { typed } from '../../account.ts';
import { beginAuthenticator, removeAuthenticator, renewRecoveryCodes } from '../../actions/authenticator.ts';
import { proofsOf, proveByPassword } from '../../actions/proving.ts';
import { rulesOf } from '../../actions/sessions.ts';
import type { Door } from '../../door.ts';
import { passwordProblem } from '../password-problem.ts';
import { codesShown } from './codes.ts';

const PATH = '/account/authenticator';
const shape = z.object({ password: typed('Enter your password') });

/** The second factor: whether it is on, how many recovery codes are left, and how it is switched on and off. */
export function authenticatorPage(door: Door) {
  const { database } = door;
  const show = (visit: ArrivingVisit): Promise<Answer> => view(door, visit);

  const begin = async (visit: ArrivingVisit): Promise<Answer> => {
    const { account } = visit.who;
    const { password, authenticator } = await database.beforeOrganisation(db => proofsOf(db, account.id));
    // where an app is on, the password alone must not count as proof: it would switch the app off
    if (authenticator) return redirect(PATH, ON_ALREADY);
    const refused = password ? await askPassword(door, visit) : askToProve(visit, PATH);
    if (refused) return refused;
    const begun = await beginAuthenticator(door, account.id, visit.now());
    return 'refused' in begun ? redirect(PATH, ON_ALREADY) : redirect(`${PATH}/connect`);
  };

  const renewCodes = async (visit: ArrivingVisit): Promise<Answer> => {
    const made = await renewRecoveryCodes(door, holder(visit), visit.now());
    return 'refused' in made ? redirect(PATH) : codesShown(made.codes, visit.who.account.email, 'made-anew');
  };

  const switchOff = async (visit: ArrivingVisit): Promise<Answer> => {
    const { required } = await factsOf(door, visit);
    if (required) return view(door, visit, fieldProblem('switch-off', REQUIRED));
    await database.beforeOrganisation(db =>
      removeAuthenticator(db, holder(visit), 'authenticator-off', visit.now()),
    );
    return redirect(PATH, 'Your authenticator app is off. From now on your password alone lets you in.');
  };

  const holder = (visit: ArrivingVisit) => {
    const { account, session } = visit.who;
    return { account: account.id, session: session.id, whence: door.whence(visit, account.email) };
  };

  return { show, begin, renewCodes: proven(PATH, renewCodes), switchOff: proven(PATH, switchOff) };
}

const ON_ALREADY = 'Your authenticator app is on already.';
const REQUIRED =
  'An organisation you work for requires an authenticator app. To change to another phone, ask an administrator to take this one away, or use a recovery code when you sign in.';

/** The password once more, whenever it was said last. @returns what to answer where it was wrong */
async function askPassword(door: Door, visit: ArrivingVisit): Promise<Answer | undefined> {
  const { value, errors } = readForm(shape, visit.form);
  if (!value) return view(door, visit, errors);
  const { account } = visit.who;
  const given = { attempt: door.attempt(visit, account.email), password: value.password };
  const token = door.session.read(visit.request)!;
  const proven = await proveByPassword(door, { account, token }, given, visit.now());
  if ('token' in proven) {
    door.keep(visit, proven.token);
    return undefined;
  }
  if (proven.refused === 'session-over') return redirect(`/sign-in?to=${PATH}`);
  return view(door, visit, passwordProblem('password', proven, visit.now()));
}

const factsOf = ({ database }: Door, { who }: ArrivingVisit) =>
  database.beforeOrganisation(async db => ({
    proofs: await proofsOf(db, who.account.id),
    required: (await rulesOf(db, who.account.id)).some(({ rules }) => rules.secondFactorRequired),
  }));

async function view(door: Door, visit: ArrivingVisit, errors?: PageError[]): Promise<Answer> {
  const { account, organisation } = visit.who;
  const facts = await factsOf(door, visit);
  const zone = organisation?.timeZone ?? 'Europe/London';
  const since = facts.proofs.authenticator?.toZonedDateTimeISO(zone).toPlainDate();
  const trail = [{ text: 'Your account', href: '/account' }, { text: 'Authenticator app' }];
  return page(
    'access/pages/authenticator/page.njk',
    { ...facts, since, account, errors },
    { title: 'Authenticator app', trail },
    errors ? 422 : 200,
  );
}
