import type { WeighedLine, WordBook } from './weighed-words.ts';

/** Words that stand in another cell than they did tell a little less. */
const ELSEWHERE = 0.9;

/** How alike the words of two lines are, from 0 to 1, by the cells that the row's file speaks of. */
export function likeness(
  line: WeighedLine,
  row: WeighedLine,
  says: ReadonlySet<string>,
  { rarity }: Pick<WordBook, 'rarity'>,
): number {
  const byCell = new Map(line.cells.filter(({ cell }) => says.has(cell)).map(one => [one.cell, one]));
  let [common, all] = [0, 0];
  for (const { cell, weight, words } of row.cells) {
    const theirs = byCell.get(cell)?.words ?? [];
    byCell.delete(cell);
    common += weight * shared(theirs, words, rarity);
    all += weight;
  }
  for (const { weight } of byCell.values()) all += weight;
  if (!all) return 0;
  return Math.max(common / all, ELSEWHERE * shared(line.words, row.words, rarity));
}

/** Twice what both have, by what both have together; both lists in order. */
function shared(one: number[], other: number[], rarity: (word: number) => number): number {
  let [common, all] = [0, 0];
  for (let at = 0, to = 0; at < one.length || to < other.length; ) {
    const [left, right] = [one[at] ?? Number.POSITIVE_INFINITY, other[to] ?? Number.POSITIVE_INFINITY];
    const weight = rarity(Math.min(left, right));
    if (left === right) common += 2 * weight;
    all += left === right ? 2 * weight : weight;
    if (left <= right) at++;
    if (right <= left) to++;
  }
  return all ? common / all : 0;
}
