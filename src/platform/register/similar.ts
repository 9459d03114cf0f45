import { ALIKE, likeness, nameKey, trigrams } from '../../language/same-name.ts';
import type { NamedEntry } from './queries.ts';

export type Pair = { kept: NamedEntry; gone: NamedEntry; likeness: number };

/** Parts of words that more names than this share tell nobody apart. */
const TOO_COMMON = 60;
const MOST = 200;

/**
 * Entries that may be the same, the likeliest first; of two, the one that more lines use is kept. Only names that share
 * a rare part of a word are compared, so that thousands take no longer than a page may. Not by an index of the
 * database: row-level security keeps it from using one for likeness.
 */
export function similarPairs(entries: NamedEntry[]): Pair[] {
  const byTrigram = new Map<string, NamedEntry[]>();
  for (const entry of entries)
    for (const part of trigrams(nameKey(entry.name))) {
      const some = byTrigram.get(part);
      if (some) some.push(entry);
      else byTrigram.set(part, [entry]);
    }
  const pairs = new Map<string, Pair>();
  for (const some of byTrigram.values()) {
    if (some.length > TOO_COMMON) continue;
    for (const [at, one] of some.entries())
      for (const other of some.slice(at + 1)) {
        const key = one.id < other.id ? `${one.id} ${other.id}` : `${other.id} ${one.id}`;
        if (!pairs.has(key)) pairs.set(key, pairOf(one, other));
      }
  }
  return [...pairs.values()]
    .filter(pair => pair.likeness >= ALIKE)
    .sort((a, b) => b.likeness - a.likeness || a.kept.name.localeCompare(b.kept.name))
    .slice(0, MOST);
}

function pairOf(one: NamedEntry, other: NamedEntry): Pair {
  const [kept, gone] = one.lines >= other.lines ? [one, other] : [other, one];
  return { kept, gone, likeness: likeness(one.name, other.name) };
}

/** Of all entries, those that one may be the same as, the likeliest first. */
export const similarTo = (name: string, entries: NamedEntry[], most: number): NamedEntry[] =>
  entries
    .map(entry => ({ entry, like: likeness(name, entry.name) }))
    .filter(({ like }) => like >= ALIKE)
    .sort((a, b) => b.like - a.like)
    .slice(0, most)
    .map(({ entry }) => entry);
