import { COMMON_WORDS, RUNS } from './common-words.ts';

/**
 * How much of a password would have to be guessed, once what everybody tries is taken away. A word from the list counts
 * two, the same word again nothing; runs of keys, repeats, years, dates and what decorates the ends count nothing; signs
 * beside each other count one, and so does every other character. No estimate of bits: a yardstick that is short enough to be understood.
 * @param low the password in small letters
 * @param own words that somebody who guesses knows; they count nothing
 */
export function guessability(low: string, own: ReadonlySet<string>): number {
  const text = unrepeated(low.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''));
  const readings = [respell(text, 'i'), respell(text, 'l')];
  const used = new Set<string>();
  let sum = 0;
  for (let at = 0; at < text.length; ) {
    const piece = pieceAt(text, readings, at, own);
    sum += piece.word && used.has(piece.word) ? 0 : piece.counts;
    if (piece.word) used.add(piece.word);
    at += piece.length;
  }
  return sum;
}

type Piece = { length: number; counts: number; word?: string };

/** The longest thing that begins here and that somebody would try; otherwise the one character. */
function pieceAt(text: string, readings: string[], at: number, own: ReadonlySet<string>): Piece {
  const digits = /^\d+/.exec(text.slice(at))?.[0].length ?? 0;
  const known = longest([
    ...readings.map(reading => wordAt(reading, at, own)),
    { length: runAt(text, at), counts: 0 },
    { length: repeatAt(text, at), counts: 0 },
    { length: digits <= 4 || isDate(text.slice(at, at + digits)) ? digits : 0, counts: 0 },
  ]);
  if (known.length > 0) return known;
  if (digits) return { length: digits, counts: Math.floor(digits / 2) };
  const signs = /^[^\p{L}\p{N}]+/u.exec(text.slice(at))?.[0].length ?? 0;
  return { length: signs || 1, counts: 1 };
}

const longest = (pieces: Piece[]): Piece =>
  pieces.reduce((best, piece) => (piece.length > best.length ? piece : best), { length: 0, counts: 0 });

const LONGEST_WORD = 40;

function wordAt(reading: string, at: number, own: ReadonlySet<string>): Piece {
  for (let length = Math.min(LONGEST_WORD, reading.length - at); length >= 3; length--) {
    const word = reading.slice(at, at + length);
    if (own.has(word)) return { length, counts: 0, word };
    if (COMMON_WORDS.has(word)) return { length, counts: 2, word };
  }
  return { length: 0, counts: 0 };
}

const WAYS = RUNS.flatMap(run => [run, [...run].reverse().join('')]);

function runAt(text: string, at: number): number {
  let length = 0;
  while (at + length < text.length && WAYS.some(way => way.includes(text.slice(at, at + length + 1))))
    length++;
  return length >= 3 ? length : 0;
}

function repeatAt(text: string, at: number): number {
  let length = 1;
  while (text[at + length] === text[at]) length++;
  return length >= 3 ? length : 0;
}

/** Six or eight digits that can be read as a day, in any of the usual orders. */
function isDate(digits: string): boolean {
  const day = '(0[1-9]|[12]\\d|3[01])';
  const month = '(0[1-9]|1[0-2])';
  const year = '((19|20)?\\d\\d)';
  return new RegExp(`^(${day}${month}${year}|${month}${day}${year}|${year}${month}${day})$`).test(digits);
}

/** "abcabcabc" is worth no more than "abc". */
function unrepeated(text: string): string {
  const block = /^(.+?)\1+$/su.exec(text)?.[1];
  return block ?? text;
}

const SPELLED: Record<string, string> = {
  '0': 'o',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'a',
  $: 's',
  '€': 'e',
  '£': 'l',
  '+': 't',
};

/** Letters where digits and signs stand for them; a 1 or a ! is read as `one`. Keeps the length. */
function respell(text: string, one: 'i' | 'l'): string {
  return text.replace(/[03457-9@$€£+1!|]/g, sign => SPELLED[sign] ?? one);
}
