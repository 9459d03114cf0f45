import type { Line } from '../words/line.ts';
import type { Word } from '../words/word.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What stands between the text of a line and that of the next: a blank or nothing. `cut` takes a hyphen away first. */
export type Joint = { between: '' | ' '; cut: boolean };

const BLANK: Joint = { between: ' ', cut: false };
const CLOSE: Joint = { between: '', cut: false };
const CUT: Joint = { between: '', cut: true };

/** As a share of the size: what is left of a line into which not one more letter fitted. */
const FULL = 0.75;

/** How two lines of one paragraph go together. `right` is where the lines end at the latest. */
export function jointOf(above: Line, below: Line, right: number, vocabulary: Vocabulary): Joint {
  const last = above.words.at(-1);
  const first = below.words[0];
  if (!last || !first) return BLANK;
  const upper = last.text;
  const lower = first.text;
  if (/\u00AD$/.test(upper)) return CUT;
  if (/[\p{L}\p{N}]\/$/u.test(upper)) return CLOSE;
  if (/[\p{L}\p{N}][-\u2010\u2011]$/u.test(upper) && /^[\p{L}\p{N}]/u.test(lower))
    return hyphenated(upper, lower, vocabulary);
  return broken(above, last, first, right, vocabulary) ? CLOSE : BLANK;
}

const letters = (text: string) => text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
const lastPart = (text: string) => letters(/[\p{L}\p{N}'’]+[^\p{L}\p{N}]*$/u.exec(text)?.[0] ?? '');
const firstPart = (text: string) => /^[\p{L}\p{N}'’]+/u.exec(text)?.[0] ?? '';

/** A hyphen at the end of a line parts a word ("communi-cations") or belongs to it ("long-term"). */
function hyphenated(upper: string, lower: string, vocabulary: Vocabulary): Joint {
  const [left, right] = [lastPart(upper), firstPart(lower)];
  if (!/^\p{Ll}/u.test(lower) || vocabulary.has(`${left}-${right}`)) return CLOSE;
  if (vocabulary.has(left + right)) return CUT;
  return !vocabulary.has(left) && !vocabulary.has(right) && isEnding(right) ? CUT : CLOSE;
}

/** Ends of English words that are no words themselves. */
const isEnding = (text: string) =>
  /^(?:[a-z]{0,4}(?:tions?|sions?|ments?|ings?|ness|ities|ity|ical|ically|ables?|ibles?|ances?|ences?|ships?|ular|ers?|ed|ly|ives?|ists?|ates?|ated|ation|ational))$/.test(
    text,
  );

/**
 * Whether a word was broken without a hyphen because the column is narrower than the word: it fills its line to the
 * last letter, and the whole would not have fitted.
 */
function broken(above: Line, last: Word, first: Word, right: number, vocabulary: Vocabulary): boolean {
  if (!/[\p{L}\p{N}]$/u.test(last.text) || !/^[\p{L}\p{N}]/u.test(first.text)) return false;
  const capitals = /^\p{Lu}+$/u.test(letters(last.text).slice(-2)) && /^\p{Lu}/u.test(first.text);
  if (/^\p{Lu}/u.test(first.text) && !capitals) return false;
  if (right - last.x1 > FULL * last.size) return false;
  if (last.x1 - last.x0 + first.x1 - first.x0 <= right - above.x0) return false;
  const [left, rest] = [lastPart(last.text), firstPart(first.text)];
  if (vocabulary.has(left + rest)) return true;
  const alone = above.words.length === 1;
  if (vocabulary.hasBeginning(left + rest) && !vocabulary.has(left)) return true;
  return alone && !/^(?:and|or|of|to|the|for|in|on|at|by|with|as|is|a)$/.test(rest);
}
