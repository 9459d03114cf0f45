import type { Line } from '../words/line.ts';
import type { Word } from '../words/word.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What stands between the text of a line and that of the next: a blank or nothing. `cut` takes a hyphen away first. */
export type Joint = { between: '' | ' '; cut: boolean };

const BLANK: Joint = { between: ' ', cut: false };
const CLOSE: Joint = { between: '', cut: false };
const CUT: Joint = { between: '', cut: true };

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
  if (!vocabulary.hyphenates || !/^\p{Ll}/u.test(lower) || vocabulary.has(`${left}-${right}`)) return CLOSE;
  if (vocabulary.has(left + right)) return CUT;
  return vocabulary.count(left) > 1 && vocabulary.count(right) > 1 ? CLOSE : CUT;
}

/**
 * Whether a word was broken without a hyphen because the column is narrower than the word: hardly one more letter would
 * have fitted on its line, nor the whole word on a line of its own.
 */
function broken(above: Line, last: Word, first: Word, right: number, vocabulary: Vocabulary): boolean {
  const inLetters = /\p{L}$/u.test(last.text) && /^\p{L}/u.test(first.text);
  const inFigures = /\d$/.test(last.text) && /^\d/.test(first.text);
  if (!inLetters && !inFigures) return false;
  const [left, rest] = [lastPart(last.text), firstPart(first.text)];
  const capitals = /^\p{Lu}+$/u.test(left);
  if (/^\p{Lu}/u.test(rest) && !capitals) return false;
  const letter = (first.x1 - first.x0) / first.text.length;
  const gap = right - last.x1;
  const whole = last.x1 - last.x0 + first.x1 - first.x0;
  if (gap > NEARLY * letter + SLACK || whole <= right - above.x0 - letter / 2) return false;
  if (vocabulary.has(left + rest)) return true;
  if (above.words.length === 1 && NEVER_WHOLE.test(rest) && gap <= letter + SLACK) return true;
  if (vocabulary.count(left) > vocabulary.count(rest)) return false;
  if (vocabulary.hasBeginning(left + rest)) return true;
  if (vocabulary.isOfTheField(left) && (vocabulary.count(rest) > 1 || vocabulary.isOfTheField(rest)))
    return false;
  if (above.words.length > 1) return false;
  if (ENDED.test(left) && rest.length >= LONG && !ENDS_ONLY.test(rest)) return false;
  return ENDS_ONLY.test(rest) || (!capitals && gap <= letter + SLACK && !SMALL_WORDS.test(rest));
}

/** Points by which the edge of a column may be guessed wrong, and letters that may be left over before it. */
const SLACK = 0.6;
const NEARLY = 2;
const SMALL_WORDS =
  /^(?:and|or|of|to|the|for|in|on|at|by|with|as|is|a|team|lead|leads|plan|who|not|from|that|which|will|was|were|this|their|they|has|have|been|its|into)$/;
/** Long words whose end is that of a whole word, and what is too long to be the end of one longer still. */
const ENDED =
  /.{3}(?:tions?|ments?|ness|ities|ity|ings?|ences?|ances?|ives?|ers?|ors?|aires?|ables?|ibles?)$/i;
const LONG = 5;
/** Letters that are no word. */
const NEVER_WHOLE = /^(?:[b-hj-z]|ed|es|ly)$/;
/** Ends of English words that stand for nothing by themselves. */
const ENDS_ONLY =
  /^(?:[b-hj-z]|[a-z]{0,3}(?:tions?|ments?|ings|ness|ities|ances?|ences?|ators?|ally|ical|ibles?)|ly|es|ed|er|ers|ors|al|ic|ous|ive|ent|ists?|ies|ity|ure|[b-df-hj-np-tv-xz]{2,3})$/i;
