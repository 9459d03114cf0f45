import type { Change } from '../../../platform/history/history.ts';
import type { Problem, RowIn, Weighed, WeighedRow } from '../../../platform/table-in/declaration.ts';
import type { Area } from '../area.ts';
import { endsBefore } from './days.ts';
import { knownDepartments } from './known-departments.ts';
import { madeBesides } from './made-besides.ts';
import { type At, type Known, managerOf, managersByName, rings } from './managers-in-file.ts';
import type { PersonRow, StoredPerson } from './people-rows.ts';
import { saidArea } from './said-area.ts';
import { whoIsKnown } from './who-is-known.ts';

export type StoredFacts = {
  people: readonly StoredPerson[];
  /** The path of each department, by its id. */
  departments: ReadonlyMap<string, string>;
  /** The posts that there are, each by `postKey`. */
  posts: ReadonlySet<string>;
  areas: readonly Area[];
  /** Departments that nobody finds are made. */
  make: boolean;
};

export type PersonDeed = {
  row: number;
  id: string | undefined;
  values: Pick<StoredPerson, 'name' | 'email' | 'phone' | 'kind' | 'startsOn' | 'endsOn' | 'language'>;
  /** Stored, or to be made under its path. */
  department: { id: string } | { path: string } | null;
  /** Stored, or added by another row. */
  manager: At | null;
  /** The title of a post that they hold from now on, and the area that it is for. */
  post: string;
  area: string | null;
  changes: Change[];
};

/** Sets a table of people beside those that are stored: people are known by email address, else by a name without one. */
export function weighPeople(
  rows: RowIn<PersonRow>[],
  facts: StoredFacts,
  besides: Partial<PersonRow>[] = [],
): Weighed<PersonDeed> {
  const problems: Problem[] = [];
  const known = whoIsKnown(rows, facts.people, problems);
  const managers = managersByName(known, facts.people, besides);
  const department = knownDepartments(facts.departments, facts.make);
  const byId = new Map(facts.people.map(person => [person.id, person]));
  const deeds = known.map(one => {
    const area = areaOfPost(one, facts.areas, problems);
    return {
      ...valuesOf(one, area),
      department: departmentOf(one, department, problems),
      manager: managerOf(one, managers, problems),
    };
  });
  const nameAt = nameFinder(byId, deeds);
  problems.push(
    ...rings(deeds, facts.people, nameAt),
    ...deeds.flatMap(({ row, values }) => endsBefore(row, values)),
  );
  problems.push(...known.flatMap(endsAdministrator));
  return {
    rows: deeds.map(deed => weighed(deed, byId.get(deed.id ?? ''), { facts, nameAt })),
    problems,
    makes: madeBesides(deeds, facts),
  };
}

function valuesOf(
  { number, values, stored }: Known,
  area: string | null,
): Omit<PersonDeed, 'department' | 'manager'> {
  const kept = <Field extends 'phone' | 'startsOn' | 'endsOn'>(
    field: Field,
    otherwise: StoredPerson[Field],
  ) => (values[field] === undefined ? (stored?.[field] ?? otherwise) : values[field]) as StoredPerson[Field];
  return {
    row: number,
    id: stored?.id,
    values: {
      name: values.name,
      email: values.email ?? stored?.email ?? '',
      phone: kept('phone', ''),
      kind: values.kind || (stored?.kind ?? 'staff'),
      language: values.language || (stored?.language ?? 'en'),
      startsOn: kept('startsOn', null),
      endsOn: kept('endsOn', null),
    },
    post: values.post && !stored?.posts.some(held => isHeld(held, values, area)) ? values.post : '',
    area,
    changes: [],
  };
}

/** Where the file has no areas, any post of the title is the one that it means. */
const isHeld = (held: StoredPerson['posts'][number], { post, area: said }: PersonRow, area: string | null) =>
  held.title.toLowerCase() === post!.toLowerCase() && (said === undefined || held.area === area);

/** The area that somebody's post is for; none where the file says none, or has no posts. */
function areaOfPost(
  { number, values: { post, area: text } }: Known,
  areas: readonly Area[],
  problems: Problem[],
): string | null {
  if (!text || post === undefined) return null;
  const said = post ? saidArea(text, [...areas]) : { problem: NO_POST };
  if ('area' in said) return said.area.id;
  problems.push({ row: number, column: 'area', text: said.problem });
  return null;
}

const NO_POST = 'Enter the title of the post that is for this area, or leave this cell empty.';

function departmentOf(
  { number, values: { department: text }, stored }: Known,
  known: ReturnType<typeof knownDepartments>,
  problems: Problem[],
): PersonDeed['department'] {
  if (text === undefined) return stored?.department ? { id: stored.department } : null;
  if (!text) return null;
  const found = known(text);
  if ('id' in found || 'path' in found) return found;
  const said = 'several' in found ? several(text, found.several) : unknown(text, found.alike);
  problems.push({ row: number, column: 'department', text: said });
  return null;
}

/** Whoever looks after the organisation does not lose access by a row of a file. */
function endsAdministrator({ number, values: { endsOn }, stored }: Known): Problem[] {
  if (!stored?.administrator || !endsOn || String(endsOn) === String(stored.endsOn)) return [];
  const text = `${stored.name} is an administrator. Say on their own page when they leave, and leave this cell as it was.`;
  return [{ row: number, column: 'endsOn', text }];
}

const several = (text: string, number: number): string =>
  `${number} departments are called “${text}”. Write what it is part of before it, like “Place > ${text}”.`;

const unknown = (text: string, alike: string | undefined): string =>
  alike
    ? `No department is called “${text}”. If you mean “${alike}”, write it so; else add the department first, or bring the file in by the way that adds departments.`
    : `No department is called “${text}”. Check the name, add the department first, or bring the file in by the way that adds departments.`;

function nameFinder(byId: ReadonlyMap<string, StoredPerson>, deeds: PersonDeed[]) {
  const inFile = new Map(deeds.map(({ row, values }) => [row, values.name]));
  return (at: At | null): string | null =>
    at && (('id' in at ? byId.get(at.id)?.name : inFile.get(at.row)) ?? null);
}

type Around = { facts: StoredFacts; nameAt: (at: At | null) => string | null };

function weighed(
  deed: PersonDeed,
  stored: StoredPerson | undefined,
  { facts, nameAt }: Around,
): WeighedRow<PersonDeed> {
  const { row, values } = deed;
  if (!stored) return { row, name: values.name, is: 'new', changes: [], deed };
  const pathOf = (id: string | null) => id && facts.departments.get(id);
  const { department, manager, post } = deed;
  const pairs: [string, string | null | undefined, string | null | undefined][] = [
    ['name', stored.name, values.name],
    ['email', stored.email, values.email],
    ['phone', stored.phone, values.phone],
    ['kind', stored.kind, values.kind],
    [
      'department',
      pathOf(stored.department),
      department && ('id' in department ? pathOf(department.id) : department.path),
    ],
    ['post', null, post],
    ['area', null, post && nameOfArea(deed.area, facts.areas)],
    ['manager', nameAt(stored.manager ? { id: stored.manager } : null), nameAt(manager)],
    ['startsOn', stored.startsOn?.toString(), values.startsOn?.toString()],
    ['endsOn', stored.endsOn?.toString(), values.endsOn?.toString()],
    ['language', stored.language, values.language],
  ];
  const changes = pairs.flatMap(([field, before, after]) =>
    (before || null) === (after || null) ? [] : [{ field, before: before || null, after: after || null }],
  );
  if (!changes.length) return { row, name: values.name, is: 'same', changes };
  return { row, name: values.name, is: 'changed', changes, deed: { ...deed, changes } };
}

const nameOfArea = (id: string | null, areas: readonly Area[]): string =>
  areas.find(area => area.id === id)?.name ?? '';
