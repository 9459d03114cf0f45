import { z } from 'zod';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { readForm } from '../../../../platform/http/form.ts';
import { askToProve } from '../../../../platform/http/prove.ts';
import {
  type Answer,
  type ArrivingVisit,
  page,
  redirect,
  type Visitor,
} from '../../../../platform/http/visit.ts';
import { newPassword, typed } from '../../account.ts';
import { changePassword } from '../../actions/accounts.ts';
import { proofsOf } from '../../actions/proving.ts';
import type { Door } from '../../door.ts';
import { offerOf } from '../../sign-on/offers.ts';
import { passwordProblem } from '../password-problem.ts';

/** Who I am, and my password. For everyone with an account, also before they work for an organisation. */
export function accountPage(door: Door) {
  const show = ({ who }: ArrivingVisit): Promise<Answer> => view(door, { who });

  const change = async (visit: ArrivingVisit): Promise<Answer> => {
    const { who } = visit;
    const { account, organisation } = who;
    const read = readForm(shape(who), visit.form);
    if (!read.value) return view(door, { who, errors: read.errors }, 422);
    // a new password begins a new session: where an app is on, the old password alone must not count as proof
    const { authenticator } = await door.database.beforeOrganisation(db => proofsOf(db, account.id));
    const refused = authenticator && askToProve(visit, '/account');
    if (refused) return refused;
    const { old, wanted } = { old: read.value['old-password'], wanted: read.value['new-password'] };
    const attempt = door.attempt(visit, account.email);
    const { secondFactor } = who.session;
    const asked = { account, organisation: organisation?.id, secondFactor, attempt, old, wanted };
    const changed = await changePassword(door.database, asked, visit.now());
    if ('refused' in changed)
      return view(door, { who, errors: passwordProblem('old-password', changed, visit.now()) }, 422);
    await door.admit(visit, changed.token, account.email);
    return redirect(
      '/account',
      'Your password is changed. Wherever else you were signed in, you are signed out.',
    );
  };

  return { show, changePassword: change };
}

const shape = ({ account, organisation }: Visitor) =>
  z.object({
    'old-password': typed('Enter the password you have now'),
    'new-password': newPassword({ ...account, organisation: organisation?.name }),
  });

type Facts = { who: Visitor; errors?: PageError[] };

async function view({ database }: Door, facts: Facts, status = 200): Promise<Answer> {
  const { account, organisation } = facts.who;
  const { authenticator, signOn } = await database.beforeOrganisation(async db => ({
    ...(await proofsOf(db, account.id)),
    signOn: organisation && (await offerOf(db, organisation.id))?.button,
  }));
  const zone = organisation?.timeZone ?? 'Europe/London';
  const since = authenticator?.toZonedDateTimeISO(zone).toPlainDate();
  return page(
    'access/pages/account/page.njk',
    { ...facts, since, signOn },
    { title: 'Your account' },
    status,
  );
}
