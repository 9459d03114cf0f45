import type { Line } from '../words/line.ts';
import type { Word } from '../words/word.ts';
import type { TaggedRows } from './structure.ts';
import type { TaggedPage, WholeTable } from './whole-table.ts';

/** Most rows in a row that a page prints again at its head. */
const MOST_REPEATED = 3;

/**
 * The lines of a page that the words of a table are, with headings printed again above them as no part of the text;
 * nothing where lines are parted between the table and what stands around it, something stands between them, or words are
 * set sideways.
 */
export function linesOn(page: TaggedPage, cells: Line[], table: WholeTable): Line[] | undefined {
  const words = new Set(cells.flatMap(line => line.words));
  const from = page.lines.findIndex(line => line.words.some(word => words.has(word)));
  const to = page.lines.findLastIndex(line => line.words.some(word => words.has(word)));
  const own = page.lines.slice(from, to + 1);
  if (from < 0 || own.some(line => line.words.some(word => word.turned))) return undefined;
  if (!own.every(line => line.words.every(word => words.has(word)))) return undefined;
  const begin = page.lines.slice(0, from).findLastIndex(line => !isArtifact(line)) + 1;
  const above = table.pages.length < 2 ? [] : page.lines.slice(begin, from);
  const headings = above.findIndex((_, index) => areHeadings(above.slice(index), table));
  return headings < 0 ? own : [...above.slice(headings), ...own];
}

const isArtifact = (line: Line): boolean => line.words.every(word => word.artifact);

/** Whether lines have the words of the table's first rows, which are headings then. */
function areHeadings(above: Line[], table: WholeTable): boolean {
  const printed = wordsIn(above);
  for (let rows = 1; rows <= MOST_REPEATED; rows++) {
    const cells = table.rows.slice(0, rows).flat();
    if (printed !== wordsIn(cells.flatMap(cell => cell.parts.flatMap(({ lines }) => lines)))) continue;
    table.repeated = Math.max(table.repeated, rows);
    return true;
  }
  return false;
}

const wordsIn = (lines: Line[]): string =>
  lines
    .flatMap(line => line.words.map(word => word.text))
    .sort()
    .join(' ');

/** Shares of the rows that may be empty, and of the cells whose last word may run on in another. */
const MOST_EMPTY = 0.2;
const MOST_CUT = 0.03;
/** Points that a cell may stand higher than the foot of the one above it. */
const OVERLAP = 2;

/** Whether a table as tagged has rows and columns that the pages show too. */
export function isSound({ rows, pages }: WholeTable, printed: TaggedPage[]): boolean {
  const filled = rows.filter(row => row.some(cell => cell.parts.length > 0));
  const width = Math.max(...rows.map(row => row.length));
  const widths = new Set(pages.map(page => Math.round(printed[page]?.width ?? 0)));
  if (filled.length < 2 || width < 2 || widths.size > 1) return false;
  return rows.length - filled.length <= 1 + MOST_EMPTY * rows.length;
}

/** Whether words of a page run on from one cell into another: the structure names pieces of the page then, not cells. */
export function cutsWords(rows: TaggedRows, words: Word[]): boolean {
  const cells = rows.flat();
  const cellOf = new Map(cells.flatMap(cell => cell.content.map(number => [number, cell] as const)));
  const filled = cells.filter(cell => cell.content.length > 0);
  const cut = words.filter(
    ({ content, lastContent }) =>
      content !== lastContent && cellOf.get(content ?? -1) !== cellOf.get(lastContent ?? -1),
  );
  return cut.length > MOST_CUT * filled.length;
}

/** Whether the cells of each column stand one below the other. */
export const areInOrder = (columns: { page: number; lines: Line[] }[][]): boolean =>
  columns.every(parts =>
    parts.every((part, index) => {
      const above = parts[index - 1];
      if (!above || above.page < part.page) return true;
      return above.page === part.page && footOf(above.lines) <= topOf(part.lines) + OVERLAP;
    }),
  );

const topOf = (lines: Line[]): number => Math.min(...lines.map(line => line.y0));
const footOf = (lines: Line[]): number => Math.max(...lines.map(line => line.y1));
