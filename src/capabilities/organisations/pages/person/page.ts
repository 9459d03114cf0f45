import type { Within } from '../../../../platform/database/database.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { historyOf } from '../../../../platform/history/history.ts';
import { type Answer, mayAs, notFound, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import type { DirectoryParts } from '../../directory-parts.ts';
import { type Days, isOver, isWithin, languageName, PERSON_KIND_WORDS, personSubject } from '../../person.ts';
import { departmentsOver } from '../../queries/named.ts';
import { namesOf, personById } from '../../queries/people.ts';
import { coversFrom, managedBy, ownersMeaning, postsOf, teamsOf } from '../../queries/person-page.ts';
import { coveredBy } from '../../reaching.ts';
import { departmentPaths } from '../../rules/departments.ts';
import { idOf, namedAddress, personAddress, TRAIL } from '../directory-addresses.ts';
import { toldHistory } from '../told-history.ts';

export type Asked = { errors?: PageError[]; answers?: Record<string, string> };

/** One person: who they are, what they have, who stands in for them, and until when. */
export function personPage(parts: DirectoryParts) {
  return (visit: SignedInVisit, asked: Asked = {}): Promise<Answer> => viewPerson(visit, parts, asked);
}

async function viewPerson(visit: SignedInVisit, parts: DirectoryParts, asked: Asked): Promise<Answer> {
  const id = idOf(visit, 'person');
  const today = visit.today();
  const found = id && (await visit.within(within => load(visit, within, parts, id)));
  if (!found) return notFound;
  const { person, departments, names, ...facts } = found;
  const { role, organisation } = visit.who;
  const left = isOver(person, today);
  const shown = {
    ...facts,
    person,
    here: personAddress(person.id),
    kind: PERSON_KIND_WORDS[person.kind],
    language: languageName(person.language),
    department: person.department && {
      text: departments.paths.get(person.department),
      href: namedAddress('department', person.department),
    },
    manager: person.manager && { text: names.get(person.manager), href: personAddress(person.manager) },
    posts: facts.posts.map(post => ({
      ...post,
      href: namedAddress('post', post.post),
      when: whenOf(post, today),
    })),
    teams: facts.teams.map(team => ({ ...team, href: namedAddress('team', team.id) })),
    managed: facts.managed.map(one => ({ ...one, href: personAddress(one.id) })),
    away: facts.away.map(one => ({ ...one, href: personAddress(one.person), now: isWithin(one, today) })),
    covering: facts.covering.map(one => ({ ...one, href: personAddress(one.person) })),
    reached: facts.reached && {
      ...facts.reached,
      href: personAddress(facts.reached.id),
      self: facts.reached.id === person.id,
    },
    left,
    may: mayAs(role, 'lead'),
    mayCover: mayAs(role, 'editor') && !left,
    mayOwners: mayAs(role, 'editor'),
    mayEnd: mayAs(role, 'administrator'),
    answers: asked.answers ?? {},
    errors: asked.errors ?? [],
    entries: toldHistory(facts.entries),
    zone: organisation.timeZone,
  };
  const frame = { title: person.name, trail: [...TRAIL, { text: person.name }] };
  return page('organisations/pages/person/person.njk', shown, frame, asked.errors ? 422 : 200);
}

/** Asked together as far as nothing must be known first: one after the other, the ways there and back were most of it. */
async function load(visit: SignedInVisit, within: Within, parts: DirectoryParts, id: string) {
  const today = visit.today();
  const [person, departments, posts, teams, managed, away, covering, reached, owned, entries] =
    await Promise.all([
      whoItIs(visit, within, parts, id),
      departmentsOver(within, id),
      postsOf(within, id),
      teamsOf(within, id),
      managedBy(within, id, 50),
      coversFrom(within, id, 'of', today),
      coversFrom(within, id, 'by', today),
      coveredBy(within, [id], today),
      meaningThem(within, parts, id),
      historyOf(within, personSubject(id), 50),
    ]);
  const facts = { posts, teams, managed, away, covering, reached: reached.get(id), owned, entries };
  return person && { ...person, departments: departmentPaths(departments), ...facts };
}

async function whoItIs(visit: SignedInVisit, within: Within, { access }: DirectoryParts, id: string) {
  const person = await personById(within, id);
  if (!person) return undefined;
  const [names, account, trouble] = await Promise.all([
    namesOf(within, [person.manager]),
    person.account ? access.account(within, { id: person.account }) : undefined,
    troubleWith(visit, within, person),
  ]);
  return { person, names, account, trouble };
}

async function meaningThem(within: Within, { owners }: DirectoryParts, id: string) {
  const meaning = await ownersMeaning(within, 'person_id', [id]);
  const tallies = await owners.lines.tallies(
    within,
    meaning.map(one => one.id),
  );
  return meaning.map(one => ({ ...one, tally: tallies.get(one.id) ?? { accountable: 0, contributes: 0 } }));
}

/** What a capability further down says of messages that did not reach them. */
const troubleWith = (visit: SignedInVisit, within: Within, { id, name }: { id: string; name: string }) =>
  visit.panel(within, 'trouble with messages', {
    ...{ person: id, name },
    may: mayAs(visit.who.role, 'administrator') ? 'yes' : 'no',
  });

const whenOf = (days: Days, today: Temporal.PlainDate): 'now' | 'over' | 'later' =>
  isWithin(days, today) ? 'now' : isOver(days, today) ? 'over' : 'later';
