import type { Compared } from './known-lines.ts';

/** A word that more lines have tells too little to look for lines by it. */
const TOO_COMMON = 60;
const WORDS_ASKED = 8;
const MOST_CANDIDATES = 10;
/** Lines around the place where a row stands. */
const AROUND = 2;

/**
 * For each row the few lines that it may be, without comparing all with all: those that share its rarest words, those
 * under its reference, and those that stood where it stands. `place`: at which line of the old order a row stands.
 */
export function candidatesOf(
  row: number,
  free: number[],
  { compared, postings, place }: { compared: Compared; postings: Map<number, number[]>; place: number },
): Set<number> {
  const { book, weighedRows } = compared;
  const scores = new Map<number, number>();
  const asked = weighedRows[row]!.words.filter(
    word => (postings.get(word)?.length ?? TOO_COMMON + 1) <= TOO_COMMON,
  )
    .sort((one, other) => book.linesWith(one) - book.linesWith(other))
    .slice(0, WORDS_ASKED);
  for (const word of asked)
    for (const line of postings.get(word) ?? [])
      scores.set(line, (scores.get(line) ?? 0) + book.rarity(word));
  const best = [...scores].sort(([, one], [, other]) => other - one).slice(0, MOST_CANDIDATES);
  return new Set([...best.map(([line]) => line), ...around(free, place)]);
}

/** The lines that have each word; `free`: those that no row has yet, in their order. */
export function postingsOf(free: number[], { weighedLines }: Compared): Map<number, number[]> {
  const postings = new Map<number, number[]>();
  for (const line of free)
    for (const word of weighedLines[line]!.words) {
      const known = postings.get(word);
      if (known) known.push(line);
      else postings.set(word, [line]);
    }
  return postings;
}

function around(free: number[], place: number): number[] {
  const at = firstFrom(free, place);
  return free.slice(Math.max(0, at - AROUND), at + AROUND + 1);
}

/** The index of the first number that is no smaller, in a list in order. */
function firstFrom(ordered: number[], number: number): number {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ordered[middle]! < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
