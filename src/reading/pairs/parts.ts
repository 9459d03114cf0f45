import { beginsWithVerb } from '../text/verbs.ts';

/** The parts of a cell, and by what they were told apart, for a person. */
export type Parts = { texts: string[]; why: string };

/** Whether a cell tells what is to be done, in sentences, or lists names (channels, groups, people). */
export type Manner = 'prose' | 'names';

/** A place in the text at which a part may begin. */
type Borders = (text: string, manner: Manner) => number[];

const places = (text: string, pattern: RegExp, after: (match: RegExpMatchArray) => number): number[] =>
  [...text.matchAll(pattern)].map(match => match.index + after(match));

/** New lines, bullets, semicolons and numbers. */
const byLines: Borders = text =>
  places(text, /\n|[•▪●◦‣·;|]|\s\(?(?:\d{1,2}|[a-h]|i{1,3}|iv|v)[.)](?=\s)/g, () => 0);

const ABBREVIATED = /\b(?:e\.g|i\.e|etc|incl|inc|approx|no|nos|st|dr|mr|mrs|ms|rev|cllr|cllrs|p|pp)\.$/i;

const bySentences: Borders = text =>
  places(text, /[.!?]\s+(?=\p{Lu})/gu, match => match[0].length).filter(
    at => !ABBREVIATED.test(text.slice(0, at).trimEnd()),
  );

/** Words that lead on to a name. */
const LEADS_ON =
  /^(?:of|the|and|or|in|with|for|to|by|via|at|on|from|an?|our|their|its|as|per|within|between|including|through|all|each|every|any|new|next|local|other|both)$/;
const CLAUSE = /^(?:\S+\s+){1,4}(?:should|must|will|shall|are|is|need|needs|may|can)\b/;

/** A capital behind a small letter: there a sentence, or the name of something else, begins that no mark sets off. */
const byCapitals: Borders = (text, manner) =>
  [...text.matchAll(/(\p{Ll}[\p{L}'’]*)\)?\s+(?=(\p{Lu}[\p{L}\p{N}'’]*))/gu)].flatMap(match => {
    const [whole, before = '', word = ''] = match;
    const at = match.index + whole.length;
    const rest = text.slice(at);
    const opens =
      manner === 'prose' ? CLAUSE.test(rest) || beginsWithVerb(rest) : !/^\p{Lu}{2,}$/u.test(word);
    const within = /\p{Lu}$/u.test(text.slice(0, match.index)); // "Twitter" ends in small letters too
    return opens && !within && !LEADS_ON.test(before) ? [at] : [];
  });

/** "Ward Panels Street Briefing": a plural ends one name, and a capital begins the next. */
const byPlurals: Borders = (text, manner) =>
  manner === 'prose'
    ? []
    : places(text, /\p{Lu}\p{Ll}{2,}[^s\s]s\s+(?=\p{Lu}\p{Ll}+[\s/-]+\p{L})/gu, match => match[0].length);

const byCommas: Borders = (text, manner) =>
  manner === 'prose' ? [] : places(text, /,(?:\s+and\b)?|\sand\s/g, () => 0);

const WAYS: { borders: Borders[]; why: string }[] = [
  { borders: [byLines], why: 'each stands in a line of its own, or behind a sign' },
  { borders: [byLines, bySentences], why: 'each is a sentence' },
  { borders: [byLines, byCommas], why: 'a comma or “and” parts them' },
  {
    borders: [byLines, bySentences, byCapitals],
    why: 'each begins with a capital where no sentence ended',
  },
  {
    borders: [byLines, bySentences, byCapitals, byPlurals],
    why: 'each begins with a capital, and a plural ends the one before',
  },
];

/** Characters. A longer cell tells more than a list does. */
const LONGEST = 2000;

/**
 * A cell in exactly so many parts, in the plainest way in which it falls into them; nothing where it does not, or where
 * a plainer way finds more.
 */
export function inParts(text: string, count: number, manner: Manner): Parts | undefined {
  if (text.length > LONGEST) return undefined;
  for (const { borders, why } of WAYS) {
    const texts = cut(
      text,
      borders.flatMap(find => find(text, manner)),
    );
    if (texts.length === count) return { texts, why };
    if (texts.length > count && !borders.includes(byCommas)) return undefined;
  }
  return undefined;
}

/** All the parts that marks set off. */
export const markedParts = (text: string): string[] => cut(text, byLines(text, 'names'));

function cut(text: string, borders: number[]): string[] {
  const all = [0, ...new Set(borders.toSorted((a, b) => a - b)), text.length];
  return all
    .slice(1)
    .map((end, index) => bare(text.slice(all[index], end)))
    .filter(part => /\p{L}/u.test(part));
}

/** Without the sign, number or joining word that only parted it from what stands before. */
const bare = (part: string): string =>
  part
    .replace(/^[\s•▪●◦‣·;|,+&/–-]+/, '')
    .replace(/^\(?(?:\d{1,2}|[a-h]|i{1,3}|iv|v)[.)]\s+/, '')
    .replace(/^and\s+/i, '')
    .replace(/[\s;,|]+$/, '');
