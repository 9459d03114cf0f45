const FREQUENCIES = 'weekly fortnightly monthly quarterly annually termly ongoing continuous continuously';
const CONDITIONS = 'periodically immediately required necessary practicable throughout regularly';
const MONTHS = 'january february august september october november december';
const DAYS = 'monday tuesday wednesday thursday friday saturday sunday';
const WORDS = [FREQUENCIES, CONDITIONS, MONTHS, DAYS].flatMap(words => words.split(' '));

/** Good words that are one letter from those above. */
const NEIGHBOURS = 'weekday sundry annual requires require periodical monthlies'.split(' ');
const RIGHT = new Set([...WORDS, ...NEIGHBOURS, ...DAYS.split(' ').map(day => `${day}s`)]);

const swapped = (word: string, at: number) =>
  word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);

/** One letter is missing, spare, wrong or changed places. */
function oneSlip(word: string, right: string): boolean {
  if (Math.abs(word.length - right.length) > 1) return false;
  const at = [...word].findIndex((letter, i) => letter !== right[i]);
  if (at < 0) return true;
  return (
    word.slice(at + 1) === right.slice(at + 1) ||
    word.slice(at + 1) === right.slice(at) ||
    word.slice(at) === right.slice(at + 1) ||
    swapped(word, at) === right
  );
}

/**
 * The calendar word that was meant where one slip was made ("Quartely", "Febuary"); plans are typed in a hurry.
 * Short words, other first letters and good words stay as they are.
 */
export function respelled(word: string): string {
  if (word.length < 6 || RIGHT.has(word)) return word;
  return WORDS.find(right => right[0] === word[0] && oneSlip(word, right)) ?? word;
}
