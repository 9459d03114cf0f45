import { isRefused } from '../../../../language/refusal.ts';
import type { Within } from '../../../../platform/database/database.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { dayAnswers, readDay } from '../../../../platform/http/day-field.ts';
import { fieldProblem, readForm } from '../../../../platform/http/form.ts';
import { versionOrNone } from '../../../../platform/http/version-field.ts';
import {
  type Answer,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import { addPerson, changePerson } from '../../actions/people.ts';
import type { Person, PersonValues } from '../../person.ts';
import { kindItems, languageItems, personShape } from '../../person-form.ts';
import { allNamed } from '../../queries/named.ts';
import { namesOf, personById } from '../../queries/people.ts';
import { departmentItems, departmentPaths } from '../../rules/departments.ts';
import { DIRECTORY, idOf, personAddress, TRAIL } from '../directory-addresses.ts';
import { findWhom, whomProblem } from '../whom.ts';

type Answers = Record<string, string>;
type Asked = { errors?: PageError[]; answers?: Answers };

/** Somebody new in the directory, or what is said of somebody who is there. */
export const showNewPerson = (visit: SignedInVisit): Promise<Answer> => view(visit, undefined, {});

export async function showEditPerson(visit: SignedInVisit): Promise<Answer> {
  const id = idOf(visit, 'person');
  return id ? view(visit, id, {}) : notFound;
}

export async function postNewPerson(visit: SignedInVisit): Promise<Answer> {
  const done = await visit.within(async within => {
    const read = await readPerson(within, visit);
    return { ...read, added: read.values && (await addPerson(within, read.values, visit.now())) };
  });
  const { errors, answers } = done;
  if (!done.added) return view(visit, undefined, { errors, answers });
  if (isRefused(done.added)) return view(visit, undefined, { errors: why(done.added.refused), answers });
  return redirect(personAddress(done.added.added), `${done.values!.name} is in the directory.`);
}

export async function postEditPerson(visit: SignedInVisit): Promise<Answer> {
  const id = idOf(visit, 'person');
  if (!id) return notFound;
  const version = versionOrNone.parse(visit.form.version);
  const done = await visit.within(async within => {
    const read = await readPerson(within, visit);
    if (!read.values) return read;
    return {
      ...read,
      changed: await changePerson(within, { id, version, values: read.values }, visit.now()),
    };
  });
  const { errors, answers } = done;
  if (!('changed' in done) || !done.changed) return view(visit, id, { errors, answers });
  if (!isRefused(done.changed))
    return redirect(personAddress(id), done.changed.saved.length ? 'Saved.' : 'Nothing was changed.');
  if (done.changed.refused === 'not-found') return notFound;
  return view(visit, id, { errors: why(done.changed.refused), answers });
}

type Read = { values?: PersonValues; errors: PageError[]; answers: Answers };

/** The manager is looked up by what was typed; the one they have stays while nobody changes the field. */
async function readPerson(within: Within, visit: SignedInVisit): Promise<Read> {
  const { value, errors = [], answers } = readForm(personShape, visit.form);
  const start = readDay(visit.form, 'starts', { asked: 'their first day' });
  const problems = [...errors, ...start.errors];
  if (!value || problems.length) return { errors: problems, answers };
  const { manager: typed, ...said } = value;
  const kept =
    visit.form['manager-was'] === typed
      ? idOf({ ...visit, params: { m: String(visit.form['manager-id']) } }, 'm')
      : undefined;
  if (!typed || kept)
    return { values: { ...said, manager: kept ?? null, startsOn: start.day }, errors: [], answers };
  const whom = await findWhom(within, typed, visit.today());
  if (isRefused(whom)) return { errors: whomProblem(whom, 'manager', typed) ?? [], answers };
  return { values: { ...said, manager: whom.id, startsOn: start.day }, errors: [], answers };
}

const WHY = {
  'email-taken': ['email', 'Somebody in the directory has this email address already. Look for them there.'],
  'no-department': ['department', 'Choose one that is offered'],
  'no-manager': ['manager', 'Enter the name of somebody in the directory'],
  'manager-loop': [
    'manager',
    'Enter somebody else: this person manages their own manager, or one above them',
  ],
  'changed-meanwhile': [
    'name',
    'Somebody changed this person while you were typing. Look at the page again, then save.',
  ],
} as const;

const why = (refused: keyof typeof WHY): PageError[] => fieldProblem(WHY[refused][0], WHY[refused][1]);

async function view(
  visit: SignedInVisit,
  id: string | undefined,
  { errors, answers }: Asked,
): Promise<Answer> {
  const found = await visit.within(async within => {
    const person = id ? await personById(within, id) : undefined;
    return {
      person,
      manager: person?.manager ? (await namesOf(within, [person.manager])).get(person.manager) : undefined,
      departments: departmentItems(departmentPaths(await allNamed(within, 'department'))),
    };
  });
  const { person } = found;
  if (id && !person) return notFound;
  const shown = {
    person,
    manager: found.manager ?? '',
    departments: [{ value: '', text: 'None' }, ...found.departments],
    kinds: kindItems,
    languages: languageItems,
    answers: {
      ...(person ? answersOf(person, found.manager) : { kind: 'staff', language: 'en' }),
      ...answers,
    },
    errors: errors ?? [],
    to: person ? personAddress(person.id) : `${DIRECTORY}/people`,
    back: person ? personAddress(person.id) : DIRECTORY,
  };
  const title = person ? `Change ${person.name}` : 'Add a person';
  const trail = person
    ? [...TRAIL, { text: person.name, href: personAddress(person.id) }, { text: 'Change' }]
    : [...TRAIL, { text: title }];
  return page('organisations/pages/edit-person/edit-person.njk', shown, { title, trail }, errors ? 422 : 200);
}

function answersOf(person: Person, manager: string | undefined): Answers {
  const { day, month, year } = dayAnswers(person.startsOn);
  const { name, email, phone, language, kind } = person;
  return {
    ...{ name, email, phone, language, kind },
    department: person.department ?? '',
    manager: manager ?? '',
    'starts-day': day,
    'starts-month': month,
    'starts-year': year,
  };
}
