import type { ReadLine } from '../../../../reading/reading.ts';
import { freshCells, type SplitCell } from './split-lines.ts';

/**
 * Words of the row that were put into none of its lines, as they stand together; a word counts as often as it is
 * printed. One that moved into another cell is not lost.
 */
export function wordsLeft(line: ReadLine, cells: SplitCell[]): string[] {
  const put = new Map<string, number>();
  for (const { key } of cells.flatMap(({ texts }) => texts.flatMap(wordsOf)))
    put.set(key, (put.get(key) ?? 0) + 1);
  return freshCells(line, 1).flatMap(({ texts }) => {
    const left: string[][] = [[]];
    for (const { key, text } of wordsOf(texts[0] ?? '')) {
      const times = put.get(key) ?? 0;
      if (times) put.set(key, times - 1);
      if (times) left.push([]);
      else left.at(-1)!.push(text);
    }
    return left
      .filter(words => words.length && !(words.length === 1 && JOINING.test(words[0]!)))
      .map(words => words.join(' '));
  });
}

/** What is said between two things is not needed once each has a line of its own. */
const JOINING = /^(and|or|then)$/i;

/** Without the marks around them, which a person may well leave out. */
const wordsOf = (text: string): { key: string; text: string }[] =>
  text.split(/\s+/).flatMap(word => {
    const bare = word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
    return bare ? [{ key: bare.toLowerCase(), text: bare }] : [];
  });
