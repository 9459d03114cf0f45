import { nameKey } from '../../language/same-name.ts';
import type { Within } from '../database/database.ts';
import { allNames } from './queries.ts';
import type { Register } from './register.ts';

/** Which entry each name means, under the key of the name; a present entry goes before one that has ended. */
export type KnownNames = Map<string, string>;

export async function knownNames(within: Within, register: Register): Promise<KnownNames> {
  const entries = await allNames(within, register);
  const known: KnownNames = new Map();
  for (const { id, name, alsoCalled } of entries.toSorted((a, b) => Number(a.ended) - Number(b.ended)))
    for (const one of [name, ...alsoCalled]) {
      const key = nameKey(one);
      if (key && !known.has(key)) known.set(key, id);
    }
  return known;
}
