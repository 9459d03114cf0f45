import { wordsIn } from '../../../../reading/text/plain.ts';
import type { Cells } from './merging.ts';

/** How much the words of a cell tell which line it is; what is done and for whom seldom changes, a status always does. */
const TELLING: Record<string, number> = {
  what: 3,
  recommendation: 3,
  audience: 2,
  how: 1.5,
  messenger: 1,
  why: 1,
  measure: 1,
  owner: 0.7,
  when: 0.7,
  budget: 0.5,
  status: 0.3,
  comments: 0.3,
  reference: 0,
  state: 0,
  section: 0,
};
const TELLING_OTHER = 0.5;

export type WeighedCell = { cell: string; weight: number; words: number[] };
export type WeighedLine = { cells: WeighedCell[]; words: number[] };

/**
 * The words of many lines as numbers, so that two lines are soon compared, and how rare each is: of fifty newsletters the
 * words that tell one from the others count most.
 */
export class WordBook {
  readonly #numbers = new Map<string, number>();
  readonly #lines: number[] = [];
  #count = 0;

  /** Enters a line; words count as seen in it. Ask for rarity only when all lines are in. */
  enter(cells: Cells): WeighedLine {
    this.#count++;
    const weighed = Object.entries(cells).flatMap(([cell, text]): WeighedCell[] => {
      const weight = TELLING[cell] ?? TELLING_OTHER;
      return text && weight ? [{ cell, weight, words: this.#numbersOf(text) }] : [];
    });
    const words = ordered(weighed.flatMap(one => one.words));
    for (const word of words) this.#lines[word] = (this.#lines[word] ?? 0) + 1;
    return { cells: weighed, words };
  }

  /** How much a word tells, from next to nothing for one in every line. */
  rarity = (word: number): number => Math.log(1 + this.#count / (this.#lines[word] ?? 1));

  linesWith = (word: number): number => this.#lines[word] ?? 0;

  #numbersOf(text: string): number[] {
    return ordered(
      wordsIn(text).map(word => {
        const known = this.#numbers.get(word) ?? this.#numbers.size;
        this.#numbers.set(word, known);
        return known;
      }),
    );
  }
}

const ordered = (numbers: number[]): number[] => [...new Set(numbers)].sort((one, other) => one - other);
