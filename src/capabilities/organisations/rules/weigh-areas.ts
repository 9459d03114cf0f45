import type { Change } from '../../../platform/history/history.ts';
import type { Problem, RowIn, Weighed, WeighedRow } from '../../../platform/table-in/declaration.ts';
import type { Area, AreaValues } from '../area.ts';
import { endsBefore } from './days.ts';
import { knownAreas } from './known-areas.ts';
import { type AreaNames, areaNames } from './place-names.ts';

/** A row of a table of areas; undefined where the file has no such column. */
export type AreaRow = {
  kind: string;
  name: string;
  code: string | undefined;
  partOf: string | undefined;
  startsOn: Temporal.PlainDate | null | undefined;
  endsOn: Temporal.PlainDate | null | undefined;
};

/** What an area is part of: one that is stored, or one that another row of the file adds. */
export type Above = { id: string } | { row: number } | null;

/** An area to add (`id` is undefined, others name it by its row), or one to change. */
export type AreaDeed = {
  row: number;
  id: string | undefined;
  values: Omit<AreaValues, 'partOf'>;
  above: Above;
  changes: Change[];
};

/** In the file or stored already: what a row may be part of. */
type Place = Pick<Area, 'kind' | 'name' | 'code'> & { at: NonNullable<Above> };
type Known = { number: number; values: AreaRow; area: Area | undefined };

/** Sets a table of areas beside those that are stored; `besides`: rows that are told to be wrong already. */
export function weighAreas(
  rows: RowIn<AreaRow>[],
  stored: Area[],
  besides: Partial<AreaRow>[] = [],
): Weighed<AreaDeed> {
  const problems: Problem[] = [];
  const known = whichAreas(rows, stored, problems);
  const names = areaNames([...placesOf(known, stored), ...besides.flatMap(unread)]);
  const byId = new Map(stored.map(area => [area.id, area]));
  const deeds = known.map(one => deedOf(one, aboveOf(one, names, problems)));
  problems.push(...rings(deeds, stored), ...deeds.flatMap(({ row, values }) => endsBefore(row, values)));
  const inFile = new Map(deeds.map(({ row, values }) => [row, values.name]));
  const nameAt = (at: Above): string | null =>
    at && (('id' in at ? byId.get(at.id)?.name : inFile.get(at.row)) ?? null);
  return { rows: deeds.map(deed => weighed(deed, byId.get(deed.id ?? ''), nameAt)), problems };
}

function whichAreas(rows: RowIn<AreaRow>[], stored: Area[], problems: Problem[]): Known[] {
  const same = knownAreas(
    stored,
    rows.map(({ values }) => values),
  );
  const seen = new Map<string, number>();
  return rows.map(({ number, values }) => {
    const found = same(values);
    const area = found && 'area' in found ? found.area : undefined;
    const before = area && seen.get(area.id);
    if (found && 'several' in found)
      problems.push({ row: number, column: 'name', text: SEVERAL(found.several) });
    if (before) problems.push({ row: number, column: 'name', text: TWICE(before) });
    if (area) seen.set(area.id, number);
    return { number, values, area };
  });
}

const SEVERAL = (number: number): string =>
  `${number} areas of this kind and name are stored. Give the code, or what it is part of, to say which this is.`;
const TWICE = (row: number): string => `This is the same area as in row ${row}. Keep one of the two rows.`;

function placesOf(known: Known[], stored: Area[]): Place[] {
  const inFile = new Set(known.map(({ area }) => area?.id));
  const said = known.map(({ number, values: { kind, name, code }, area }) => ({
    kind,
    name,
    code: code ?? area?.code ?? '',
    at: area ? { id: area.id } : { row: number },
  }));
  const others = stored.filter(({ id }) => !inFile.has(id));
  return [...said, ...others.map(({ id, kind, name, code }) => ({ kind, name, code, at: { id } }))];
}

/** Nothing is stored while a row is wrong, so where one that names it would lead does not matter. */
const unread = ({ kind = '', name, code = '' }: Partial<AreaRow>): Place[] =>
  name ? [{ kind, name, code, at: { row: UNREAD } }] : [];
const UNREAD = 0;

function aboveOf({ number, values, area }: Known, names: AreaNames<Place>, problems: Problem[]): Above {
  const { partOf } = values;
  if (partOf === undefined) return area?.partOf ? { id: area.partOf } : null;
  if (!partOf) return null;
  const own = keyAt(area ? { id: area.id } : { row: number });
  const found = names(partOf).filter(place => keyAt(place.at) !== own);
  if (found.length === 1 || found.some(({ at }) => 'row' in at && at.row === UNREAD)) return found[0]!.at;
  const text = found.length
    ? `${found.length} areas are called “${partOf}”. Write the kind behind the name, like “${found[0]!.name} (${found[0]!.kind})”, or write the code.`
    : `No area is called “${partOf}”, here or in the file. Check the name, or add a row for it.`;
  problems.push({ row: number, column: 'partOf', text });
  return null;
}

const keyAt = (at: NonNullable<Above>): string => ('id' in at ? at.id : `row ${at.row}`);

const deedOf = ({ number, values, area }: Known, above: Above): AreaDeed => ({
  row: number,
  id: area?.id,
  values: {
    kind: values.kind,
    name: values.name,
    code: values.code ?? area?.code ?? '',
    startsOn: values.startsOn === undefined ? (area?.startsOn ?? null) : values.startsOn,
    endsOn: values.endsOn === undefined ? (area?.endsOn ?? null) : values.endsOn,
  },
  above,
  changes: [],
});

function weighed(
  deed: AreaDeed,
  area: Area | undefined,
  nameAt: (at: Above) => string | null,
): WeighedRow<AreaDeed> {
  const { row, values, above } = deed;
  if (!area) return { row, name: values.name, is: 'new', changes: [], deed };
  const pairs: [string, string | null, string | null][] = [
    ['name', area.name, values.name],
    ['code', area.code || null, values.code || null],
    ['partOf', nameAt(area.partOf ? { id: area.partOf } : null), nameAt(above)],
    ['startsOn', area.startsOn?.toString() ?? null, values.startsOn?.toString() ?? null],
    ['endsOn', area.endsOn?.toString() ?? null, values.endsOn?.toString() ?? null],
  ];
  const changes = pairs.flatMap(([field, before, after]) =>
    before === after ? [] : [{ field, before, after }],
  );
  if (!changes.length) return { row, name: values.name, is: 'same', changes };
  return { row, name: values.name, is: 'changed', changes, deed: { ...deed, changes } };
}

/** No area is part of itself, in however many steps. */
function rings(deeds: AreaDeed[], stored: Area[]): Problem[] {
  const above = new Map<string, string>();
  for (const { id, partOf } of stored) if (partOf) above.set(id, partOf);
  const keyOfDeed = ({ id, row }: AreaDeed) => keyAt(id ? { id } : { row });
  for (const deed of deeds) {
    if (deed.above) above.set(keyOfDeed(deed), keyAt(deed.above));
    else above.delete(keyOfDeed(deed));
  }
  return deeds
    .filter(deed => isInRing(keyOfDeed(deed), above))
    .map(({ row }) => ({ row, column: 'partOf', text: 'This would make the area a part of itself.' }));
}

/** Whether following what each is part of leads back to where it began. */
export function isInRing(own: string, above: Map<string, string>): boolean {
  const passed = new Set<string>();
  for (let at = above.get(own); at !== undefined && !passed.has(at); at = above.get(at)) {
    if (at === own) return true;
    passed.add(at);
  }
  return false;
}
