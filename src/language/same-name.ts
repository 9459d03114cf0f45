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

/** How a name is written, taken apart for comparing it with many. */
export type Spelling = { key: string; words: Set<string>; parts: Set<string> };

export function spellingOf(name: string): Spelling {
  const key = nameKey(name);
  const words = key.split(' ').filter(Boolean);
  const parts = words.flatMap(word => {
    const padded = ` ${word} `;
    return Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3));
  });
  return { key, words: new Set(words), parts: new Set(parts) };
}

/** Names at least this alike are shown to a person as perhaps the same. */
export const ALIKE = 0.5;

export const likeness = (one: string, other: string): number =>
  likenessOf(spellingOf(one), spellingOf(other));

/** From 0 to 1: how much of the spelling and of the words of two names is the same, in whatever order they stand. */
export function likenessOf(one: Spelling, other: Spelling): number {
  if (!one.key || !other.key) return 0;
  if (one.key === other.key) return 1;
  return Math.max(shared(one.parts, other.parts), 0.95 * wordsWithin(one.words, other.words));
}

function shared(one: Set<string>, other: Set<string>): number {
  let both = 0;
  for (const part of one) if (other.has(part)) both++;
  return both / (one.size + other.size - both);
}

/** "Residents" within "local residents": the share of the longer name, where all words of the shorter stand in it. */
function wordsWithin(one: Set<string>, other: Set<string>): number {
  const [fewer, more] = one.size < other.size ? [one, other] : [other, one];
  return fewer.isSubsetOf(more) ? fewer.size / more.size : 0;
}
