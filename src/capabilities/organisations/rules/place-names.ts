import type { Area } from '../area.ts';

export type NamedArea = Pick<Area, 'kind' | 'name' | 'code'>;

/** Areas by how a person may name them: by name, by name and kind ("Northfield (ward)", "Northfield ward"), by code. */
export type AreaNames<A> = (said: string) => A[];

export function areaNames<A extends NamedArea>(areas: A[]): AreaNames<A> {
  const by = new Map<string, Set<A>>();
  const add = (name: string, area: A) => {
    const some = by.get(keyOf(name));
    if (some) some.add(area);
    else by.set(keyOf(name), new Set([area]));
  };
  for (const area of areas) {
    const { name, kind, code } = area;
    for (const one of [name, `${name} ${kind}`, `${kind} ${name}`, code]) if (one) add(one, area);
  }
  return said => [...(by.get(keyOf(said)) ?? [])];
}

/** Capitals, signs and brackets make no difference; the words do. */
export const keyOf = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘']/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
