import { z } from 'zod';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { readForm } from '../../../../platform/http/form.ts';
import { type Answer, page, redirect, type Visit } from '../../../../platform/http/visit.ts';
import { newPassword } from '../../account.ts';
import { linkOwner } from '../../actions/asked-links.ts';
import { resetPassword } from '../../actions/following.ts';
import type { Door } from '../../door.ts';
import { linkOver } from '../link-over.ts';

const OVER = linkOver(
  'Go to the page “Sign in”, choose “I have forgotten my password”, and ask for another one.',
);

/** A new password, by a link from a message. Looking at the page uses nothing up. */
export function resetPage({ database, whence }: Door) {
  const owner = (visit: Visit) =>
    database.beforeOrganisation(db => linkOwner(db, visit.params.token!, 'reset', visit.now()));

  const show = async (visit: Visit): Promise<Answer> => {
    const account = await owner(visit);
    return account ? view({ account, token: visit.params.token! }) : OVER;
  };

  const send = async (visit: Visit): Promise<Answer> => {
    const token = visit.params.token!;
    const account = await owner(visit);
    if (!account) return OVER;
    const { value, errors } = readForm(z.object({ password: newPassword(account) }), visit.form);
    if (!value) return view({ account, token, errors }, 422);
    const chosen = { ...value, whence: whence(visit, account.email) };
    const done = await resetPassword(database, token, chosen, visit.now());
    if (done !== 'done') return OVER;
    return redirect(
      '/sign-in',
      'Your password is changed, and everybody is signed out. Sign in with the new one.',
    );
  };

  return { show, send };
}

type Facts = { account: { name: string; email: string }; token: string; errors?: PageError[] };

const view = (facts: Facts, status = 200): Answer =>
  page('access/pages/reset/page.njk', facts, { title: 'Choose a new password' }, status);
