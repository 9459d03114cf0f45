import type { Area } from '../area.ts';
import { areaNames, keyOf } from './place-names.ts';

/** What a row of a file says that an area is. */
export type SaidArea = { kind: string; name: string; code: string | undefined; partOf: string | undefined };

/** Which stored area a row means: `several`, how many it may mean; undefined for one that is not stored. */
export type SameArea = { area: Area } | { several: number } | undefined;

/**
 * The same by code within its kind, else by kind and name; where two have one name, as parishes of two boroughs do, by
 * what they are part of.
 */
export function knownAreas(stored: Area[], said: SaidArea[]): (one: SaidArea) => SameArea {
  const byId = new Map(stored.map(area => [area.id, area]));
  const byCode = new Map(
    stored.filter(({ code }) => code).map(area => [codeKey(area.kind, area.code), area]),
  );
  const byName = Map.groupBy(stored, ({ kind, name }) => nameKey(kind, name));
  const inFile = Map.groupBy(said, ({ kind, name }) => nameKey(kind, name));
  const isThere = ({ partOf }: Area, asked: string): boolean => {
    const above = partOf ? byId.get(partOf) : undefined;
    return above ? areaNames([above])(asked).length > 0 : !asked;
  };
  return one => {
    const coded = one.code ? byCode.get(codeKey(one.kind, one.code)) : undefined;
    if (coded) return { area: coded };
    const key = nameKey(one.kind, one.name);
    const called = (byName.get(key) ?? []).filter(({ code }) => !one.code || !code);
    const { partOf } = one;
    const tell = called.length > 1 || (inFile.get(key)?.length ?? 0) > 1;
    const there = tell && partOf !== undefined ? called.filter(area => isThere(area, partOf)) : called;
    if (there.length > 1) return { several: there.length };
    return there[0] && { area: there[0] };
  };
}

const codeKey = (kind: string, code: string): string => `${kind}\n${code.toLowerCase()}`;
const nameKey = (kind: string, name: string): string => `${kind}\n${keyOf(name)}`;
