/** Words before a name that change nobody whom it means. */
const BEFORE = /^(?:(?:the|all|our|any|every|both)\s+)+(?=\S)/;
/** "E-mail", "e mail" and "email" are one word, and so are "web site" and "website". */
const JOINED = /\b(?:(e)[- ](?=(?:mail|bulletin|newsletter|news|zine)s?\b)|(web)[- ](?=(?:site|page)s?\b))/g;

/**
 * What two names have in common that mean the same: small letters, "and" for "&", no article before them, no plurals.
 * '' for a text without words.
 */
export function nameKey(name: string): string {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘']s?\b/g, '')
    .replace(/\s*[&+]\s*/g, ' and ')
    .replace(JOINED, '$1$2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return plain.replace(BEFORE, '').split(' ').map(singular).join(' ');
}

/** As a name stands in a list: "Ward councillors". */
export const capitalised = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

/** Good enough to compare by: never shown. */
function singular(word: string): string {
  if (word.length < 4 || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/** From 0 to 1: how much of the spelling and of the words of two names is the same, in whatever order they stand. */
export function likeness(one: string, other: string): number {
  const [a, b] = [nameKey(one), nameKey(other)];
  if (!a || !b) return 0;
  if (a === b) return 1;
  return Math.max(shared(trigrams(a), trigrams(b)), 0.95 * wordsWithin(a, b));
}

/** Names at least this alike are shown to a person as perhaps the same. */
export const ALIKE = 0.5;

export function trigrams(key: string): Set<string> {
  const found = new Set<string>();
  for (const word of key.split(' ')) {
    const padded = ` ${word} `;
    for (let at = 0; at + 3 <= padded.length; at++) found.add(padded.slice(at, at + 3));
  }
  return found;
}

function shared(one: Set<string>, other: Set<string>): number {
  const both = one.intersection(other).size;
  return both / (one.size + other.size - both);
}

/** "Residents" within "local residents": the share of the longer name, where all words of the shorter stand in it. */
function wordsWithin(one: string, other: string): number {
  const [fewer, more] = [one.split(' '), other.split(' ')].sort((a, b) => a.length - b.length);
  const words = new Set(more);
  return fewer!.every(word => words.has(word)) ? fewer!.length / more!.length : 0;
}
