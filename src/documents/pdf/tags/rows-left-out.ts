import type { Line } from '../words/line.ts';
import type { Grid } from './grid.ts';
import type { TaggedPage, WholeTable } from './whole-table.ts';

/** Points within which words begin where a column does. */
const SAME_PLACE = 2;
/** As a share of the size: lines this far above or below a table's are none of its rows. */
const FAR = 4;

/** Whether a line right above or below a table, that is in no tagged table, begins cells where this one's columns are. */
export function leavesOutRows(table: WholeTable, grid: Grid, pages: TaggedPage[]): boolean {
  return table.pages.some(number => {
    const page = pages[number];
    if (!page) return false;
    const tagged = new Set(page.tagged.flat(2).flatMap(cell => cell.content));
    const from = page.lines.findIndex(line => table.taken.has(line));
    const to = page.lines.findLastIndex(line => table.taken.has(line));
    return [
      [page.lines[from - 1], page.lines[from]],
      [page.lines[to + 1], page.lines[to]],
    ].some(
      ([line, own]) =>
        line &&
        own &&
        Math.abs(line.y - own.y) < FAR * own.size &&
        !line.words.some(word => word.artifact || tagged.has(word.content ?? -1)) &&
        isRowOf(line, grid),
    );
  });
}

/** Words begin at the places of most columns, and none run over into one. */
function isRowOf({ words }: Line, { columns }: Grid): boolean {
  const begun = columns.filter(({ x0 }) => words.some(word => Math.abs(word.x0 - x0) < SAME_PLACE));
  const isFree = columns
    .slice(1)
    .every(({ x0 }) => words.every(word => word.x1 < x0 || word.x0 > x0 - SAME_PLACE));
  return isFree && begun.length > 1 && begun.length * 2 > columns.length;
}
