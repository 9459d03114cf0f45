/** Letters above all others in Unicode: the end of what begins with a word. */
const LAST = '\u{10ffff}';

/** What a typed word begins: from the word itself up to the last that begins with it. */
export type Beginning = { from: string; to: string };

/** More words than these make no search any finer. */
const MOST = 4;

/**
 * The words that are looked for, as the database keeps those of names (directory_words_of); the longest first. What
 * begins a longer one says nothing besides it: so no word that is found begins with two of them.
 */
export function beginningsOf(typed: string): Beginning[] {
  const words = typed
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f']/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map(word => word.slice(0, 60));
  return [...new Set(words)]
    .sort((one, other) => other.length - one.length)
    .filter((word, at, all) => !all.slice(0, at).some(longer => longer.startsWith(word)))
    .slice(0, MOST)
    .map(word => ({ from: word, to: word + LAST }));
}
