import type { Word } from '../words/word.ts';

/** The words that a document prints whole, to tell how broken ones are put together again. */
export type Vocabulary = { has: (word: string) => boolean; hasBeginning: (word: string) => boolean };

const LETTERS = /[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu;
/** Shorter beginnings say nothing. */
const SHORTEST = 4;

export function vocabularyOf(words: Word[]): Vocabulary {
  const whole = new Map<string, number>();
  const beginnings = new Set<string>();
  for (const { text } of words) {
    for (const [found] of text.toLowerCase().matchAll(LETTERS)) {
      whole.set(found, (whole.get(found) ?? 0) + 1);
      for (let length = SHORTEST; length < found.length; length++) beginnings.add(found.slice(0, length));
    }
  }
  const folded = (word: string) => word.toLowerCase();
  return {
    has: word => whole.has(folded(word)),
    hasBeginning: word => whole.has(folded(word)) || beginnings.has(folded(word)),
  };
}
