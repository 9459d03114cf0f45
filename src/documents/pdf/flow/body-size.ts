import type { Line } from '../words/line.ts';
import type { Word } from '../words/word.ts';

/** Lines of fewer words may be headings. */
const LONG_LINE = 8;
const ENOUGH = 100;

/** The size in which a document's running text is set, in points: of its prose where it has some, else of all words. */
export function bodySize(lines: Line[], words: Word[]): number {
  const prose = lines.filter(line => line.words.length >= LONG_LINE).flatMap(line => line.words);
  const letters = prose.reduce((sum, word) => sum + word.text.length, 0);
  return mostUsed(letters >= ENOUGH ? prose : words);
}

function mostUsed(words: Word[]): number {
  const counts = new Map<number, number>();
  for (const { size, text } of words) {
    const rounded = Math.round(size * 2) / 2;
    counts.set(rounded, (counts.get(rounded) ?? 0) + text.length);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
}
