import { z } from 'zod';
import { ROLE_NAME, ROLE_PHRASE, type Role } from '../../../../language/role.ts';
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
import { type Becomes, changeRole, renewLink } from '../../actions/people.ts';
import type { Door } from '../../door.ts';
import { membershipSubject, shown } from '../../member.ts';
import { letSeeMarked } from '../../parts/actions.ts';
import { partRoleChoices } from '../../parts/part.ts';
import { partsWhere } from '../../parts/queries.ts';
import { member } from '../../queries.ts';
import { linkMade } from '../link-made.ts';
import { givePersonPart, partsOffered, takePersonPart } from './parts.ts';
import { accountOf, type Typed } from './which.ts';

const shape = z.object({ role, marked: z.literal('yes').optional() });

/** One person of the organisation: what they may do, how they get in, and how their work here ends. */
export function personPage({ database, settings }: Door) {
  const show = (visit: SignedInVisit): Promise<Answer> => view(visit);

  const change = async (visit: SignedInVisit): Promise<Answer> => {
    const { value, errors } = readForm(shape, visit.form);
    if (!value) return view(visit, { errors });
    const { role: after, marked } = value;
    return changeTo(visit, after, name => roleWords(name, after), marked === 'yes');
  };

  const end = (visit: SignedInVisit): Promise<Answer> =>
    changeTo(visit, 'ended', name => `${name} can no longer sign in for ${visit.who.organisation.name}.`);

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
    return made.refused === 'not-here'
      ? notFound
      : view(visit, { errors: fieldProblem('make-link', WORKS_ELSEWHERE) });
  };

  return {
    show,
    changeRole: change,
    makeLink,
    end,
    givePart: givePersonPart(view),
    takePart: takePersonPart(view),
  };
}

const roleWords = (name: string, role: Role | 'parts'): string =>
  role === 'parts'
    ? `${name} sees only the parts that they are given.`
    : `${name} is now ${ROLE_PHRASE[role]}.`;

const WORKS_ELSEWHERE =
  'This person works for another organisation too, which the link would open as well. Whoever operates Commsgrid can make one.';
const LAST_ADMINISTRATOR = 'Make somebody else an administrator first: this person is the only one.';

async function changeTo(
  visit: SignedInVisit,
  after: Becomes,
  say: (name: string) => string,
  marked?: boolean,
): Promise<Answer> {
  const account = accountOf(visit);
  if (!account) return notFound;
  const changed = await visit.within(async within => {
    const done = await changeRole(within, account, after, visit.now());
    if (!('refused' in done) && marked !== undefined)
      await letSeeMarked(within, account, marked, visit.now());
    return done;
  });
  if (!('refused' in changed)) return redirect('/organisation/people', say(changed.name));
  return changed.refused === 'not-here'
    ? notFound
    : view(visit, { errors: fieldProblem('role', LAST_ADMINISTRATOR) });
}

async function view(visit: SignedInVisit, { errors, answers = {} }: Typed = {}): Promise<Answer> {
  const account = accountOf(visit);
  if (!account) return notFound;
  const found = await visit.within(async within => ({
    person: await member(within, account),
    entries: await historyOf(within, membershipSubject(account)),
    parts: await partsWhere(within, { account }),
    offered: await partsOffered(within),
  }));
  if (!found.person) return notFound;
  const { person, entries, parts, offered } = found;
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
    parts: parts.map(part => ({
      ...part,
      roleName: ROLE_NAME[part.role],
      value: `${part.of.kind}:${part.of.id}`,
    })),
    offered: [{ value: '', text: 'Choose' }, ...offered],
    partRoles: partRoleChoices(),
    answers: { partRole: 'viewer', ...answers },
    entries: entries.flatMap(inWords),
    zone,
    self: person.account === visit.who.account.id,
  };
  return page('access/pages/person/page.njk', facts, { title: person.name, trail }, errors ? 422 : 200);
}

/** "changed their role", "gave them a part: plan Winter". */
function changeWords(action: string, field: string): string {
  const words = WORDS[action] ?? action;
  if (field === 'role') return action === 'changed' ? 'changed their role' : words;
  return `${words}: ${field}`;
}

const WORDS: Record<string, string> = {
  added: 'added them',
  changed: 'changed',
  ended: 'ended their work here',
  'given a part': 'gave them a part',
  'a part was taken': 'took a part away',
};

function inWords({ at, actor, action, changes }: HistoryEntry): object[] {
  const entry = { when: at, who: actor, words: WORDS[action] ?? action };
  if (changes.length === 0) return [entry];
  return changes.map(({ field, before, after }) => ({
    ...entry,
    words: changeWords(action, field),
    before,
    after,
  }));
}
