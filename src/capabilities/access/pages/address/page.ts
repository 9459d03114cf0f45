import { z } from 'zod';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { fieldProblem, readForm } from '../../../../platform/http/form.ts';
import { askToProve } from '../../../../platform/http/prove.ts';
import { type Answer, type ArrivingVisit, page, redirect } from '../../../../platform/http/visit.ts';
import { email } from '../../account.ts';
import { addressOfLink, askForAddress, changeAddress } from '../../actions/address.ts';
import type { Door } from '../../door.ts';
import { waitSentence } from '../../rules/slowing.ts';
import { linkOver } from '../link-over.ts';

const PATH = '/account/email';
const OVER = linkOver('Go to your account, and ask for another one.');
const shape = z.object({ email });

/** Another address: proven by a link that is sent there, opened where its holder is signed in. */
export function addressPage(door: Door) {
  const { database } = door;

  const show = (visit: ArrivingVisit): Answer => askToProve(visit, PATH) ?? view(visit, {});

  const ask = async (visit: ArrivingVisit): Promise<Answer> => {
    const asked = askToProve(visit, PATH);
    if (asked) return asked;
    const { value, errors, answers } = readForm(shape, visit.form);
    if (!value) return view(visit, { errors, answers }, 422);
    const { account } = visit.who;
    if (value.email === account.email)
      return view(visit, { answers, errors: fieldProblem('email', 'This is the address you have now') }, 422);
    const guess = door.guessLink(visit, account.email);
    const now = visit.now();
    const holder = { account: account.id, whence: door.whence(visit, account.email) };
    const wait = await askForAddress(database, holder, { email: value.email, guess }, now);
    if (wait)
      return view(visit, { answers, errors: fieldProblem('email', waitSentence(wait.waitUntil, now)) }, 422);
    return redirect(
      '/account',
      `A link is on its way to ${value.email}, unless that address belongs to another account. Open it here within an hour: until then nothing changes.`,
    );
  };

  const showLink = async (visit: ArrivingVisit): Promise<Answer> => {
    const { account } = visit.who;
    const token = visit.params.token!;
    const wanted = await database.beforeOrganisation(db => addressOfLink(db, token, account.id, visit.now()));
    if (!wanted) return OVER;
    return page('access/pages/address/link.njk', { account, wanted, token }, { title: 'Use this address' });
  };

  const follow = async (visit: ArrivingVisit): Promise<Answer> => {
    const { account, session } = visit.who;
    const holder = { account: account.id, session: session.id, whence: door.whence(visit, account.email) };
    const changed = await changeAddress(database, holder, visit.params.token!, visit.now());
    if ('refused' in changed)
      return changed.refused === 'taken'
        ? linkOver('Somebody has an account with this address by now.')
        : OVER;
    door.know(visit, changed.email);
    return redirect(
      '/account',
      `From now on you sign in with ${changed.email}. Elsewhere you are signed out.`,
    );
  };

  return { show, ask, showLink, follow };
}

type Facts = { errors?: PageError[]; answers?: Record<string, string> };

const view = ({ who }: ArrivingVisit, facts: Facts, status = 200): Answer =>
  page(
    'access/pages/address/page.njk',
    { answers: {}, account: who.account, ...facts },
    {
      title: 'Change your email address',
      trail: [{ text: 'Your account', href: '/account' }, { text: 'Email address' }],
    },
    status,
  );
