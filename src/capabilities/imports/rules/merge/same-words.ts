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

/**
 * Rows that say word for word what a line says. `have`: the line of each row that is known already; those found are put
 * there. Where several lines say the same, the place tells which: each row takes the line that stands nearest to where it
 * belongs among the rows that are known.
 */
export function sameWords(
  rows: number[],
  byWords: LinesByWords,
  have: Map<number, number>,
  count: number,
): Found[] {
  const found: Found[] = [];
  const taken = new Set(have.values());
  const take = (row: number, line: number) => {
    taken.add(line);
    have.set(row, line);
    found.push({ row, line });
  };
  for (const exactness of ['all', 'without section', 'words alone'] as const) {
    const asked = rows
      .filter(row => !have.has(row))
      .map(row => ({ row, lines: byWords.repeatedBy(row, exactness) }));
    for (const { row, lines } of asked) if (lines.length === 1 && !taken.has(lines[0]!)) take(row, lines[0]!);
    const left = asked.filter(({ row, lines }) => !have.has(row) && lines.some(line => !taken.has(line)));
    const next = nextKnown(left.length ? count : 0, have);
    let before = -1;
    let from = -1;
    for (const { row, lines } of left) {
      for (let at = from + 1; at < row; at++) if (have.has(at)) [before, from] = [have.get(at)!, at];
      const after = next[row]!;
      const places = [before + row - from, ...(after ? [after.line - (after.row - row)] : [])];
      const line = nearest(lines, taken, places);
      if (line !== undefined) take(row, line);
      if (line !== undefined) [before, from] = [line, row];
    }
  }
  return found;
}

/** For each row the next below that is known. */
function nextKnown(count: number, have: Map<number, number>): (Found | undefined)[] {
  const next: (Found | undefined)[] = [];
  let known: Found | undefined;
  for (let row = count - 1; row >= 0; row--) {
    next[row] = known;
    const line = have.get(row);
    if (line !== undefined) known = { row, line };
  }
  return next;
}

function nearest(lines: number[], taken: ReadonlySet<number>, places: number[]): number | undefined {
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    if (taken.has(line)) continue;
    const off = Math.min(...places.map(place => Math.abs(place - line)));
    if (off < least) [best, least] = [line, off];
  }
  return best;
}
