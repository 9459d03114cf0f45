import type { Change } from '../../../platform/history/history.ts';
import type { Problem, RowIn, Weighed, WeighedRow } from '../../../platform/table-in/declaration.ts';
import type { Area } from '../area.ts';
import type { Body, BodyValues } from '../body.ts';
import { type RoleHolder, sameRole } from '../role-holder.ts';
import { endsBefore } from './days.ts';
import { areaNames, keyOf } from './place-names.ts';
import { type HolderDeed, type HolderSaid, weighHolder } from './weigh-holders.ts';

/** A row of a table of bodies: of the body, and of one who holds a role of it. A body may have several rows. */
export type BodyRow = {
  kind: string;
  name: string;
  area: string | undefined;
  email: string | undefined;
  phone: string | undefined;
  website: string | undefined;
  address: string | undefined;
  startsOn: Temporal.PlainDate | null | undefined;
  endsOn: Temporal.PlainDate | null | undefined;
  role: string | undefined;
  holder: string | undefined;
} & Omit<HolderSaid, 'role' | 'holder'>;

/** `id`: undefined for one to add. `changes`: of the body alone, where it is changed. */
export type BodyDeed = {
  id: string | undefined;
  values: BodyValues;
  changes: Change[];
  holders: HolderDeed[];
};

/** What is stored, and the day that it is. */
export type StoredBodies = {
  bodies: Body[];
  areas: Area[];
  holders: Map<string, RoleHolder[]>;
  today: Temporal.PlainDate;
};

type Placed = { number: number; values: BodyRow; area: Area | null | undefined };

/** Sets a table of bodies and their role holders beside those that are stored. */
export function weighBodies(rows: RowIn<BodyRow>[], stored: StoredBodies): Weighed<BodyDeed> {
  const problems: Problem[] = [];
  const placed = placedRows(rows, stored.areas, problems);
  const groups = Map.groupBy(placed, recordOf);
  const known = knownBodies(
    stored.bodies,
    [...groups.values()].map(([first]) => first!),
  );
  const weighed = [...groups].flatMap(([record, some]) => {
    const body = known(some[0]!);
    if (body === 'several') problems.push(...some.map(({ number }) => SEVERAL(number)));
    return weighGroup(record, some, body === 'several' ? undefined : body, stored, problems);
  });
  return { rows: weighed.sort((one, other) => one.row - other.row), problems };
}

const SEVERAL = (row: number): Problem => ({
  row,
  column: 'name',
  text: 'Several bodies of this kind and name are stored. Give the area to say which this is.',
});

function placedRows(rows: RowIn<BodyRow>[], areas: Area[], problems: Problem[]): Placed[] {
  const names = areaNames(areas);
  return rows.map(({ number, values }) => {
    problems.push(...unfinished(number, values), ...endsBefore(number, daysOf(values)));
    if (values.area === undefined) return { number, values, area: undefined };
    const found = values.area ? names(values.area) : [];
    if (values.area && found.length !== 1) problems.push(notOneArea(number, values.area, found));
    return { number, values, area: found[0] ?? null };
  });
}

const daysOf = ({ startsOn = null, endsOn = null }: BodyRow) => ({ startsOn, endsOn });

const notOneArea = (row: number, said: string, found: Area[]): Problem => ({
  row,
  column: 'area',
  text: found[0]
    ? `${found.length} areas are called “${said}”. Write the kind behind the name, like “${found[0].name} (${found[0].kind})”, or write the code.`
    : `No area is called “${said}”. Check the name, or add the area first.`,
});

/** A name needs a role, and how somebody is reached needs a name. */
function unfinished(row: number, said: BodyRow): Problem[] {
  const reached = said.holderEmail || said.holderPhone || said.holderAddress;
  if (said.holder && !said.role)
    return [{ row, column: 'role', text: 'Enter the role that this person holds, like chair.' }];
  if (reached && !said.holder)
    return [{ row, column: 'holder', text: 'Enter the name of the person who is reached so.' }];
  const backwards = endsBefore(row, { startsOn: said.holderFrom ?? null, endsOn: said.holderUntil ?? null });
  return backwards.map(problem => ({ ...problem, column: 'holderUntil' }));
}

const recordOf = ({ values, area }: Placed): string => `${called(values)}\n${area?.id ?? ''}`;

/** By kind and name, and by the area where several are called so, here or in the file. */
function knownBodies(bodies: Body[], inFile: Placed[]): (row: Placed) => Body | 'several' | undefined {
  const stored = Map.groupBy(bodies, called);
  const said = Map.groupBy(inFile, ({ values }) => called(values));
  return ({ values, area }) => {
    const same = stored.get(called(values)) ?? [];
    const there = area === undefined ? same : same.filter(body => body.area === (area?.id ?? null));
    // the only one of the name may be told another area
    const moves = same.length === 1 && said.get(called(values))?.length === 1;
    const found = there.length || !moves ? there : same;
    return found.length > 1 ? 'several' : found[0];
  };
}

const called = ({ kind, name }: Pick<Body, 'kind' | 'name'>): string => `${kind}\n${keyOf(name)}`;

function weighGroup(
  record: string,
  rows: Placed[],
  body: Body | undefined,
  stored: StoredBodies,
  problems: Problem[],
): WeighedRow<BodyDeed>[] {
  const values = bodyValues(rows, body, problems);
  const changes = body ? bodyChanges(body, values, stored.areas) : [];
  const holders = (body && stored.holders.get(body.id)) ?? [];
  const deed: BodyDeed = { id: body?.id, values, changes, holders: [] };
  const of = (row: Placed, index: number): WeighedRow<BodyDeed> => {
    const { number, values: said } = row;
    const { role, holder } = said;
    const theirs = role && holder ? weighHolder({ ...said, role, holder }, holders, stored.today) : NOTHING;
    deed.holders.push(...theirs.deeds);
    const own = index === 0 ? [...changes, ...theirs.changes] : theirs.changes;
    return {
      row: number,
      record,
      name: values.name,
      is: body ? (own.length ? 'changed' : 'same') : 'new',
      changes: own,
    };
  };
  const weighed = rows.map(of);
  const does = !body || changes.length || deed.holders.length;
  return weighed.map((row, index) => (does && index === 0 ? { ...row, deed } : row));
}

const NOTHING = { deeds: [], changes: [] };

const TEXTS = ['email', 'phone', 'website', 'address'] as const;

/** What the rows of one body say together: a cell that is empty in one of them says nothing there. */
function bodyValues(rows: Placed[], body: Body | undefined, problems: Problem[]): BodyValues {
  const said = <Name extends keyof BodyRow>(name: Name): BodyRow[Name] => {
    const [first, ...others] = rows.filter(({ values }) => values[name]);
    const other = others.find(({ values }) => String(values[name]) !== String(first!.values[name]));
    if (other) {
      const text = `Row ${first!.number} says otherwise of the same body: ${first!.values[name]}.`;
      problems.push({ row: other.number, column: name, text });
    }
    return (first ?? rows[0]!).values[name];
  };
  const area = rows[0]!.area;
  const texts = TEXTS.map(name => [name, said(name) ?? body?.[name] ?? '']);
  const [startsOn, endsOn] = [said('startsOn'), said('endsOn')];
  const vacant = rows.flatMap(({ values }) => (values.role && !values.holder ? [values.role] : []));
  return {
    ...(Object.fromEntries(texts) as Pick<BodyValues, (typeof TEXTS)[number]>),
    kind: rows[0]!.values.kind,
    name: rows[0]!.values.name,
    area: area === undefined ? (body?.area ?? null) : (area?.id ?? null),
    startsOn: startsOn === undefined ? (body?.startsOn ?? null) : startsOn,
    endsOn: endsOn === undefined ? (body?.endsOn ?? null) : endsOn,
    roles: withRoles(body?.roles ?? [], vacant),
  };
}

const withRoles = (roles: string[], more: string[]): string[] =>
  [...roles, ...more].filter((role, at, all) => all.findIndex(one => sameRole(one, role)) === at);

function bodyChanges(before: Body, after: BodyValues, areas: Area[]): Change[] {
  const nameOf = (id: string | null) => areas.find(area => area.id === id)?.name ?? null;
  const pairs: [string, string | null, string | null][] = [
    ['name', before.name, after.name],
    ['area', nameOf(before.area), nameOf(after.area)],
    ...TEXTS.map((name): [string, string | null, string | null] => [
      name,
      before[name] || null,
      after[name] || null,
    ]),
    ['startsOn', before.startsOn?.toString() ?? null, after.startsOn?.toString() ?? null],
    ['endsOn', before.endsOn?.toString() ?? null, after.endsOn?.toString() ?? null],
    ['roles', before.roles.join('; ') || null, after.roles.join('; ') || null],
  ];
  return pairs.flatMap(([field, was, is]) => (was === is ? [] : [{ field, before: was, after: is }]));
}
