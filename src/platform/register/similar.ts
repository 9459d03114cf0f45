import { ALIKE, likenessOf, spellingOf } from '../../language/same-name.ts';
import type { NamedEntry } from './queries.ts';

export type Pair = { kept: NamedEntry; gone: NamedEntry; likeness: number };

/** Parts of words that more names than this share tell nobody apart. */
const TOO_COMMON = 25;
const MOST_COMPARED = 50_000;
const MOST = 200;

/**
 * Entries that may be the same, the likeliest first; of two, the one that more lines use is kept. Only names that share
 * a rare part of a word are compared, so that thousands take no longer than a page may. Not by an index of the
 * database: row-level security keeps it from using one for likeness.
 */
export function similarPairs(entries: NamedEntry[]): Pair[] {
  const spelled = entries.map(entry => ({ entry, spelling: spellingOf(entry.text ?? entry.name) }));
  const byPart = new Map<string, number[]>();
  for (const [at, { spelling }] of spelled.entries())
    for (const part of spelling.parts) {
      const some = byPart.get(part);
      if (some) some.push(at);
      else byPart.set(part, [at]);
    }
  const pairs: Pair[] = [];
  for (const [at, other] of compared(byPart)) {
    const [one, two] = [spelled[at]!, spelled[other]!];
    const like = likenessOf(one.spelling, two.spelling);
    if (like >= ALIKE) pairs.push(pairOf(one.entry, two.entry, like));
  }
  return pairs
    .sort((a, b) => b.likeness - a.likeness || a.kept.name.localeCompare(b.kept.name))
    .slice(0, MOST);
}

/** Which two are worth a look, each pair once, those that share the rarest parts first. */
function compared(byPart: Map<string, number[]>): [number, number][] {
  const rare = [...byPart.values()].filter(some => some.length > 1 && some.length <= TOO_COMMON);
  const pairs = new Map<number, [number, number]>();
  for (const some of rare.sort((one, other) => one.length - other.length)) {
    for (const [place, at] of some.entries())
      for (const other of some.slice(place + 1)) pairs.set(at * 1_000_000 + other, [at, other]);
    if (pairs.size > MOST_COMPARED) break;
  }
  return [...pairs.values()];
}

function pairOf(one: NamedEntry, other: NamedEntry, like: number): Pair {
  const [kept, gone] = one.lines >= other.lines ? [one, other] : [other, one];
  return { kept, gone, likeness: like };
}

/** Of all entries, those that one may be the same as, the likeliest first. */
export function similarTo(text: string, entries: NamedEntry[], most: number): NamedEntry[] {
  const own = spellingOf(text);
  return entries
    .map(entry => ({ entry, like: likenessOf(own, spellingOf(entry.text ?? entry.name)) }))
    .filter(({ like }) => like >= ALIKE)
    .sort((a, b) => b.like - a.like)
    .slice(0, most)
    .map(({ entry }) => entry);
}
