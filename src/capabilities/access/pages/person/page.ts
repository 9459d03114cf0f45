import { z } from 'zod';
import { ROLE_PHRASE } from '../../../../language/role.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { type HistoryEntry, historyOf } from '../../../../platform/history/history.ts';
import { fieldProblem, readForm } from '../../../../platform/http/form.ts';
import {
  type Answer,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import { role, roleChoices } from '../../account.ts';
import { changeRole, renewLink } from '../../actions/people.ts';
import type { Door } from '../../door.ts';
import { type Member, membershipSubject, shown } from '../../member.ts';
import { member } from '../../queries.ts';
import { linkMade } from '../link-made.ts';

const shape = z.object({ role });

/** One person of the organisation: what they may do, how they get in, and how their work here ends. */
export function personPage({ database, settings }: Door) {
  const show = (visit: SignedInVisit): Promise<Answer> => view(visit);

  const change = async (visit: SignedInVisit): Promise<Answer> => {
    const { value, errors } = readForm(shape, visit.form);
    if (!value) return view(visit, errors);
    return changeTo(visit, value.role, name => `${name} is now ${ROLE_PHRASE[value.role]}.`);
  };

  const end = (visit: SignedInVisit): Promise<Answer> =>
    changeTo(visit, undefined, name => `${name} can no longer sign in for ${visit.who.organisation.name}.`);

  const makeLink = async (visit: SignedInVisit): Promise<Answer> => {
    const account = accountOf(visit);
    if (!account) return notFound;
    const { organisation } = visit.who;
    const made = await renewLink(
      { database, organisation: organisation.id, within: visit.within },
      account,
      visit.now(),
    );
    if (!('refused' in made))
      return linkMade({ ...made, address: settings.url + made.link, organisation: organisation.name });
    return made.refused === 'not-here' ? notFound : view(visit, fieldProblem('make-link', WORKS_ELSEWHERE));
  };

  return { show, changeRole: change, makeLink, end };
}

const WORKS_ELSEWHERE =
  'This person works for another organisation too, which the link would open as well. Whoever operates Commsgrid can make one.';
const LAST_ADMINISTRATOR = 'Make somebody else an administrator first: this person is the only one.';

async function changeTo(
  visit: SignedInVisit,
  after: Member['role'] | undefined,
  say: (name: string) => string,
): Promise<Answer> {
  const account = accountOf(visit);
  if (!account) return notFound;
  const changed = await visit.within(within => changeRole(within, account, after, visit.now()));
  if (!('refused' in changed)) return redirect('/organisation/people', say(changed.name));
  return changed.refused === 'not-here' ? notFound : view(visit, fieldProblem('role', LAST_ADMINISTRATOR));
}

const accountOf = ({ params }: SignedInVisit): string | undefined => z.uuid().safeParse(params.account).data;

async function view(visit: SignedInVisit, errors?: PageError[]): Promise<Answer> {
  const account = accountOf(visit);
  if (!account) return notFound;
  const found = await visit.within(async within => ({
    person: await member(within, account),
    entries: await historyOf(within, membershipSubject(account)),
  }));
  if (!found.person) return notFound;
  const { person, entries } = found;
  const zone = visit.who.organisation.timeZone;
  const trail = [
    { text: 'Organisation', href: '/organisation' },
    { text: 'People', href: '/organisation/people' },
    { text: person.name },
  ];
  const facts = {
    person: shown(person, zone),
    errors,
    roles: roleChoices(),
    entries: entries.flatMap(inWords),
    zone,
    self: person.account === visit.who.account.id,
  };
  return page('access/pages/person/page.njk', facts, { title: person.name, trail }, errors ? 422 : 200);
}

const WORDS: Record<string, string> = {
  added: 'added them',
  changed: 'changed their role',
  ended: 'ended their work here',
};

function inWords({ at, actor, action, changes }: HistoryEntry): object[] {
  const entry = { when: at, who: actor, words: WORDS[action] ?? action };
  if (changes.length === 0) return [entry];
  return changes.map(({ before, after }) => ({ ...entry, before, after }));
}
