import { z } from 'zod';
import type { Within } from '../../../../platform/database/database.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { type Answer, mayAs, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import type { NamedKind } from '../../named.ts';
import { isOver, PERSON_KIND_WORDS } from '../../person.ts';
import {
  type Asked,
  countPeople,
  type ListedNamed,
  type ListedPerson,
  listNamed,
  listPeople,
} from '../../queries/directory.ts';
import { allNamed } from '../../queries/named.ts';
import { departmentItems, departmentPaths } from '../../rules/departments.ts';
import { beginningsOf } from '../../rules/search-words.ts';
import { DIRECTORY, namedAddress, personAddress } from '../directory-addresses.ts';
import { asking } from '../place-addresses.ts';
import { KINDS, LISTED_KINDS, type ListedKind } from './kinds.ts';

const SIZE = 50;

const query = z.object({
  kind: z.enum(LISTED_KINDS as [ListedKind, ...ListedKind[]]).catch('person'),
  q: z
    .string()
    .transform(text => text.replaceAll('\0', '').trim().slice(0, 100))
    .catch(''),
  after: z.string().max(300).catch(''),
});

export type Facts = { errors?: PageError[]; answers?: Record<string, string>; kind?: NamedKind };

/** Everybody and everything that people here are known by: found by name, walked page by page. */
export function showDirectory(visit: SignedInVisit): Promise<Answer> {
  return viewDirectory(visit, {});
}

export async function viewDirectory(visit: SignedInVisit, facts: Facts): Promise<Answer> {
  const said = query.parse(visit.query);
  const { q } = said;
  const kind = facts.kind ?? said.kind;
  const may = mayAs(visit.who.role, 'lead');
  const today = visit.today();
  const asked = { beginnings: beginningsOf(q), after: placeOf(said.after), most: SIZE + 1, today };
  const found = await visit.within(async within => ({
    rows: await listed(within, kind, asked),
    count: kind === 'person' ? await countPeople(within) : undefined,
    departments:
      may && (kind === 'post' || kind === 'team' || kind === 'department')
        ? departmentItems(departmentPaths(await allNamed(within, 'department')))
        : [],
  }));
  const rows = found.rows.slice(0, SIZE);
  const more = found.rows.length > SIZE ? rows.at(-1) : undefined;
  const shown = {
    ...facts,
    rows: rows.map(row => rowOf(row, kind, today)),
    kind,
    kinds: LISTED_KINDS.map(one => ({ text: KINDS[one].many, href: ofKind(one), current: one === kind })),
    words: KINDS[kind],
    people: found.count,
    departments: [{ value: '', text: kind === 'department' ? 'Of none' : 'None' }, ...found.departments],
    addTo: kind === 'person' ? undefined : namedAddress(kind),
    q,
    may,
    mayImport: mayAs(visit.who.role, 'administrator'),
    all: ofKind(kind),
    next: more && ofKind(kind, { q, after: JSON.stringify([more.place, more.id]) }),
    first: said.after ? ofKind(kind, { q }) : undefined,
  };
  const frame = { title: kind === 'person' ? 'Directory' : `${KINDS[kind].many} – Directory` };
  return page('organisations/pages/directory/directory.njk', shown, frame, facts.errors ? 422 : 200);
}

/** The list of a kind, or what else is asked of it; the people come first. */
const ofKind = (kind: ListedKind, asked: Record<string, string> = {}): string =>
  asking(DIRECTORY, { kind: kind === 'person' ? '' : kind, ...asked });

const listed = (within: Within, kind: ListedKind, asked: Asked): Promise<(ListedPerson | ListedNamed)[]> =>
  kind === 'person' ? listPeople(within, asked) : listNamed(within, kind, asked);

const place = z.tuple([z.string().max(200), z.uuid()]);

/** Where the page before stopped, as its link says it; an address that somebody made up begins at the first. */
function placeOf(said: string): Asked['after'] {
  if (!said) return undefined;
  try {
    const [key, id] = place.parse(JSON.parse(said));
    return { key: key.replaceAll('\0', ''), id };
  } catch {
    return undefined;
  }
}

function rowOf(row: ListedPerson | ListedNamed, kind: ListedKind, today: Temporal.PlainDate): object {
  if (kind !== 'person') return { ...row, href: namedAddress(kind, row.id) };
  const { id, name, email, posts, department, coveredBy, endsOn, ...person } = row as ListedPerson;
  return {
    name,
    href: personAddress(id),
    under: email,
    who: posts,
    within: department,
    kind: PERSON_KIND_WORDS[person.kind],
    note: endsOn && isOver({ endsOn }, today) ? { left: endsOn } : { coveredBy, leaves: endsOn },
  };
}
