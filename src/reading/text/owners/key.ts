import { isInitials } from './words.ts';

/** What initials stand for, as the document itself explains them. */
export type InitialsKey = ReadonlyMap<string, string>;

const SHORT = '[A-Z][A-Za-z]{0,1}[A-Z]{1,3}';
/** "KB = Katherine Bell", "KB: Katherine Bell", "KB – Katherine Bell", and "KB | Katherine Bell" from a table. */
const SHORT_FIRST = new RegExp(
  String.raw`(?<![A-Za-z])(${SHORT})\s*(=|:|\||–|—|-|\bis\b|\bmeans\b|\bstands for\b|\s)\s*(\p{Lu}[^=:;|,\n()\d]{2,60}?)(?=\s*(?:$|[;,|\n.()]|(?<![A-Za-z])${SHORT}\s*[=:|–—-]|(?<![A-Za-z])${SHORT}\s+\p{Lu}))`,
  'gu',
);
/** "Katherine Bell (KB)". */
const SHORT_LAST = new RegExp(
  String.raw`((?:\p{Lu}[\p{L}'’-]+\s(?:(?:of|and|the|for|&)\s)*){1,6})\((${SHORT})\)`,
  'gu',
);

/** Characters. A longer text is prose; a key stands in short lines. */
const LONGEST = 3000;

/** Reads the keys among the texts of a document. Where two explanations disagree, the first holds. */
export function initialsIn(texts: readonly string[]): Map<string, string> {
  const key = new Map<string, string>();
  const add = (short: string, long: string) => {
    const name = long.trim().replace(/\s+/g, ' ');
    if (!key.has(short)) key.set(short, name);
  };
  for (const text of texts) {
    if (text.length > LONGEST || !/[A-Z]{2}/.test(text)) continue;
    for (const [, short = '', sign = '', long = ''] of text.matchAll(SHORT_FIRST))
      if (isInitials(short) && (sign === '=' || answers(short, long))) add(short, long);
    for (const [, long = '', short = ''] of text.matchAll(SHORT_LAST)) {
      const fitting = fittingEnd(short, long.trim());
      if (fitting) add(short, fitting);
    }
  }
  return key;
}

const SMALL = /^(?:of|and|the|for|&|to|in)$/i;

/** Whether the words of a name begin with the letters of its short form. */
function answers(short: string, long: string): boolean {
  const words = long.trim().split(/[\s-]+/);
  const wanted = short.toLowerCase();
  const all = words.map(word => word.charAt(0).toLowerCase()).join('');
  const telling = words
    .filter(word => !SMALL.test(word))
    .map(word => word.charAt(0).toLowerCase())
    .join('');
  return wanted === all || wanted === telling;
}

/** The last words before a bracket that answer to the letters in it. */
function fittingEnd(short: string, long: string): string | undefined {
  const words = long.split(/\s+/);
  for (let count = 2; count <= words.length; count++) {
    const end = words.slice(-count).join(' ');
    if (!SMALL.test(words.at(-count) ?? '') && answers(short, end)) return end;
  }
  return undefined;
}
