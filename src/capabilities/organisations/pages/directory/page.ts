import { z } from 'zod';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { type Answer, mayAs, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import type { NamedKind } from '../../named.ts';
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
import { DIRECTORY, namedAddress } from '../directory-addresses.ts';
import { asking, wordsIn } from '../place-addresses.ts';
import { KINDS, LISTED_KINDS, type ListedKind } from './kinds.ts';
import { drawNamed, drawPeople } from './rows.ts';

const SIZE = 50;
const MOST_OF_A_PLACE = 300;

/** Read without a schema: what one makes of an answer that is missing outlives the page (docs/decisions/0008). */
const saidIn = ({ kind, q, after }: SignedInVisit['query']) => ({
  kind: LISTED_KINDS.find(one => one === kind) ?? 'person',
  q: wordsIn(q),
  after: typeof after === 'string' && after.length <= MOST_OF_A_PLACE ? after : '',
});

export type Facts = { errors?: PageError[]; answers?: Record<string, string>; kind?: NamedKind };

/** Everybody and everything that people here are known by: found by name, walked page by page. */
export function showDirectory(visit: SignedInVisit): Promise<Answer> {
  return viewDirectory(visit, {});
}

export async function viewDirectory(visit: SignedInVisit, facts: Facts): Promise<Answer> {
  const said = saidIn(visit.query);
  const { q } = said;
  const kind = facts.kind ?? said.kind;
  const may = mayAs(visit.who.role, 'lead');
  const today = visit.today();
  const asked = { beginnings: beginningsOf(q), after: placeOf(said.after), most: SIZE + 1, today };
  const [found, people, departments] = await visit.within(within =>
    Promise.all([
      kind === 'person' ? listPeople(within, asked) : listNamed(within, kind, asked),
      kind === 'person' ? countPeople(within) : undefined,
      may && mayBelong(kind) ? allNamed(within, 'department') : [],
    ]),
  );
  const rows = found.slice(0, SIZE);
  const more = found.length > SIZE ? rows.at(-1) : undefined;
  const shown = {
    ...facts,
    rows:
      kind === 'person'
        ? drawPeople(rows as ListedPerson[], today)
        : drawNamed(byArea(rows as ListedNamed[]), kind),
    size: rows.length,
    columns: columnsOf(kind),
    kind,
    kinds: LISTED_KINDS.map(one => ({ text: KINDS[one].many, href: ofKind(one), current: one === kind })),
    words: KINDS[kind],
    people,
    departments: [
      { value: '', text: kind === 'department' ? 'Of none' : 'None' },
      ...departmentItems(departmentPaths(departments)),
    ],
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

/** Those of one title by the area that they are for: the index has them in no order that people know. */
const byArea = (rows: ListedNamed[]): ListedNamed[] =>
  [...Map.groupBy(rows, ({ place: word }) => word).values()].flatMap(alike =>
    alike.toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB')),
  );

/** The list of a kind, or what else is asked of it; the people come first. */
const ofKind = (kind: ListedKind, asked: Record<string, string> = {}): string =>
  asking(DIRECTORY, { kind: kind === 'person' ? '' : kind, ...asked });

/** Whether a record of the kind belongs to a department. */
const mayBelong = (kind: ListedKind): boolean => kind === 'post' || kind === 'team' || kind === 'department';

function columnsOf(kind: ListedKind): { text: string; width?: string }[] {
  const { name, within, who } = KINDS[kind];
  const first = { text: name, width: 'wide' };
  if (kind === 'person') return [first, { text: who }, { text: within }, { text: 'Kind' }];
  return [first, { text: within }, ...(who ? [{ text: who }] : [])];
}

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
