import type { Word } from '../words/word.ts';

/** Signs that are bullets wherever they begin a line. */
const SIGNS = /^[•·◦▪▫‣●○■□◆◇❖➢➤►▶✓✔❑❒*⁃∙]$/u;
/** Letters and dashes that are bullets when a gap follows them: "o" in Courier is Word's second bullet. */
const PERHAPS = /^[-–—o§→>]$/u;

/** As a share of the size: a gap after a sign this wide is no mere blank. */
const SET_OFF = 0.4;

/** The bullet that begins a line, where one does. */
export function bulletOf(words: Word[]): Word | undefined {
  const [first, second] = words;
  if (!first || !second) return undefined;
  if (SIGNS.test(first.text)) return first;
  return PERHAPS.test(first.text) && second.x0 - first.x1 > SET_OFF * first.size ? first : undefined;
}

/** Numbers and letters that begin an item: "1.", "4.2", "(a)", "iv)", "R1:". */
const NUMBER =
  /^(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)]|\(\d{1,2}\)|\d{1,2}(?:\.\d{1,3})+[.)]?|[A-Z]{1,2}\d{1,3}[.:)])$/i;

export const isNumbered = (words: Word[]): boolean => words.length > 1 && NUMBER.test(words[0]?.text ?? '');

/** A word that only begins an item: a bullet, or a number with its point. */
export const isMarker = (word: Word): boolean =>
  SIGNS.test(word.text) || PERHAPS.test(word.text) || NUMBER.test(word.text);
