import { z } from 'zod';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { fieldProblem, readForm } from '../../../../platform/http/form.ts';
import { askToProve } from '../../../../platform/http/prove.ts';
import {
  type Answer,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import { endMembersSessions, resetAuthenticator } from '../../actions/members-sessions.ts';
import type { Door } from '../../door.ts';
import { authenticatorSince, openSessions, signInEntries } from '../../queries/sign-ins.ts';
import { member } from '../../queries.ts';
import { shownSession } from '../../shown-session.ts';
import { shownEntry } from './own.ts';

const shape = z.object({
  how: z
    .string('Say how you checked that it is them')
    .trim()
    .min(5, 'Say how you checked that it is them')
    .max(200, 'Say it in 200 characters or fewer'),
});

const uuid = (text: string | undefined): string | undefined => z.uuid().safeParse(text).data;

/** How somebody of the organisation signs in: what they have open for it, what happened, and help when the phone is lost. */
export function memberSignInsPage(door: Door) {
  const { database, settings } = door;
  const view = (visit: SignedInVisit, errors?: PageError[]) =>
    memberSignIns(visit, settings.signInDays, errors);
  const show = (visit: SignedInVisit): Promise<Answer> => view(visit);

  const end = async (visit: SignedInVisit): Promise<Answer> => {
    const account = uuid(visit.params.account);
    const session = visit.params.session === undefined ? undefined : uuid(visit.params.session);
    if (!account || (visit.params.session !== undefined && !session)) return notFound;
    const ended = await visit.within(async within => {
      if (!(await member(within, account))) return undefined;
      return endMembersSessions(within, { account, ...(session && { session }) }, visit.now());
    });
    if (ended === undefined || (session && !ended)) return notFound;
    return redirect(
      pathOf(account),
      ended ? 'Ended. They sign in again to go on.' : 'They were signed in nowhere.',
    );
  };

  const reset = async (visit: SignedInVisit): Promise<Answer> => {
    const account = uuid(visit.params.account);
    if (!account) return notFound;
    const asked = askToProve(visit, pathOf(account));
    if (asked) return asked;
    const { value, errors } = readForm(shape, visit.form);
    if (!value) return view(visit, errors);
    const { who } = visit;
    const given = { how: value.how, whence: door.whence(visit, who.account.email) };
    const here = { database, organisation: who.organisation.id, within: visit.within };
    const done = await resetAuthenticator(here, account, given, visit.now());
    if ('name' in done)
      return redirect(pathOf(account), `${done.name} signs in with the password alone now, and was told so.`);
    if (done.refused === 'not-here') return notFound;
    if (done.refused === 'off') return redirect(pathOf(account), 'No authenticator app is on any more.');
    return view(visit, fieldProblem('how', WORKS_ELSEWHERE));
  };

  return { show, end, reset };
}

/** @param days how long entries are kept */
async function memberSignIns(visit: SignedInVisit, days: number, errors?: PageError[]): Promise<Answer> {
  const account = uuid(visit.params.account);
  if (!account) return notFound;
  const found = await visit.within(async within => ({
    person: await member(within, account),
    sessions: await openSessions(within.db, account, visit.now()),
    entries: await signInEntries(within.db, account),
    app: await authenticatorSince(within, account),
  }));
  const { person } = found;
  if (!person) return notFound;
  const { timeZone: zone } = visit.who.organisation;
  const facts = {
    person,
    sessions: found.sessions.map(one => shownSession(one, visit.who.session.id, zone)),
    entries: found.entries.map(shownEntry),
    since: found.app?.toZonedDateTimeISO(zone).toPlainDate(),
    days,
    how: typeof visit.form.how === 'string' ? visit.form.how : '',
    zone,
    errors,
  };
  const trail = [
    { text: 'Organisation', href: '/organisation' },
    { text: 'People', href: '/organisation/people' },
    { text: person.name, href: `/organisation/people/${account}` },
    { text: 'Sign-ins' },
  ];
  return page(
    'access/pages/sign-ins/member.njk',
    facts,
    { title: `How ${person.name} signs in`, trail },
    errors ? 422 : 200,
  );
}

const pathOf = (account: string): string => `/organisation/people/${account}/sign-ins`;

const WORKS_ELSEWHERE =
  'This person works for another organisation too, which would be protected less. Whoever operates Commsgrid can help them.';
