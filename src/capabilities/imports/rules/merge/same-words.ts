import type { Compared, Exactness } from './known-lines.ts';

export type Found = { row: number; line: number };

/** Lines by their words, each under the texts that a row would have to repeat; rows of one table ask alike. */
export class LinesByWords {
  readonly #compared: Compared;
  readonly #known = new Map<string, Map<string, number[]>>();

  constructor(compared: Compared) {
    this.#compared = compared;
  }

  /** Which lines a row repeats, in their order. */
  repeatedBy(row: number, exactness: Exactness): number[] {
    const { lines, lineText, rowText, saidBy } = this.#compared;
    const said = `${exactness}\n${saidBy(row)}`;
    const known =
      this.#known.get(said) ??
      Map.groupBy(
        lines.map((_, line) => line),
        line => lineText(line, row, exactness),
      );
    this.#known.set(said, known);
    const text = rowText(row, exactness);
    return text.trim() ? (known.get(text) ?? []) : [];
  }
}

/** Rows that say word for word what a line says; of several alike the first is the first, as their order is all there is. */
export function sameWords(rows: number[], byWords: LinesByWords, free: Set<number>): Found[] {
  const found: Found[] = [];
  let left = rows;
  for (const exactness of ['all', 'without section', 'words alone'] as const)
    left = left.filter(row => {
      const line = byWords.repeatedBy(row, exactness).find(one => free.has(one));
      if (line === undefined) return true;
      free.delete(line);
      found.push({ row, line });
      return false;
    });
  return found;
}
