import type { Letter } from '../page/marks.ts';
import { heightOf, type Word } from './word.ts';

/** As a share of the size: a wider gap inside one run of letters parts words, though no blank is printed. */
const GAP = 0.18;
/** Letters may stand closer than they are wide, and a file may go back a little to set an accent. */
const BACK = 0.35;
const SAME_LINE = 0.08;

/** Words from letters that all run from left to right, in the order in which the file shows them. */
export function wordsFrom(letters: Letter[]): Word[] {
  const words: Word[] = [];
  let open: { word: Word; end: number } | undefined;
  let blank = false;
  for (const letter of letters) {
    if (letter.text.trim() === '') {
      if (open) open.word.blankAfter = true;
      blank = true;
      open = undefined;
      continue;
    }
    if (open && goesOn(open.word, open.end, letter)) extend(open.word, letter);
    else {
      open = { word: wordOf(letter, blank), end: letter.endX };
      words.push(open.word);
    }
    open.end = letter.endX;
    blank = false;
  }
  return words;
}

function goesOn(word: Word, end: number, letter: Letter): boolean {
  const gap = letter.x - end;
  return (
    (letter.content === word.lastContent || isWithin(word, letter)) &&
    !beginsCell(word, letter) &&
    Math.abs(letter.y - word.y) <= SAME_LINE * word.size &&
    Math.abs(letter.size - word.size) <= 0.1 * word.size &&
    gap <= GAP * word.size &&
    gap >= -BACK * word.size
  );
}

/**
 * Cells that touch are shown one by one, and begin as sentences do. Should the two be pieces of one word all the same,
 * they are joined again where the line is written out, since nothing stands between them.
 */
const beginsCell = (word: Word, letter: Letter): boolean =>
  letter.run !== word.lastRun &&
  ((/[\p{Ll}\d).!?%]$/u.test(word.text) && /^\p{Lu}/u.test(letter.text)) ||
    (/[\p{Ll})]$/u.test(word.text) && /^\d/.test(letter.text)));

/** Programs that tag pieces of words are not asked where cells begin. */
const isWithin = (word: Word, letter: Letter): boolean =>
  /\p{L}$/u.test(word.text) && /^\p{Ll}/u.test(letter.text);

function extend(word: Word, letter: Letter): void {
  word.text += letter.text;
  word.x1 = Math.max(word.x1, letter.endX);
  word.bold &&= letter.bold;
  word.lastRun = letter.run;
  if (letter.content !== undefined) word.lastContent = letter.content;
}

const wordOf = (
  { text, x, y, endX, size, bold, run, content, artifact }: Letter,
  blankBefore: boolean,
): Word => ({
  text,
  x0: x,
  x1: Math.max(x, endX),
  y,
  ...heightOf(y, size),
  size,
  bold,
  blankBefore,
  blankAfter: false,
  run,
  lastRun: run,
  ...(content === undefined ? {} : { content, lastContent: content }),
  ...(artifact ? { artifact } : {}),
});
