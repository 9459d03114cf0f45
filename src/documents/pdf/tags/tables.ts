import { type Line, linesOf, lineText } from '../words/line.ts';
import { cutsWords, isSound, linesOn } from './soundness.ts';
import type { TaggedRows } from './structure.ts';
import type { TaggedPage, WholeTable } from './whole-table.ts';

/** The cells of a tagged table with what stands in them on one page. */
type OnPage = Line[][][];

/** The tables that tags tell of, over all pages; such as are tagged against what the pages show are left out. */
export function wholeTables(pages: TaggedPage[]): WholeTable[] {
  const tables: WholeTable[] = [];
  const unsound = new Set<WholeTable>();
  pages.forEach((page, index) => {
    const words = page.lines.flatMap(line => line.words);
    const byContent = Map.groupBy(words, word => word.content);
    for (const rows of isNumberedOnce(page.tagged) ? page.tagged : []) {
      const onPage = rows.map(row =>
        row.map(({ content }) => linesOf(content.flatMap(number => byContent.get(number) ?? []))),
      );
      if (!onPage.some(hasWords)) continue;
      const last = tables.at(-1);
      const table = last && goesOn(last, onPage, index) ? last : emptyTable(rows);
      if (table !== last) tables.push(table);
      add(table, onPage, index);
      const lines = linesOn(page, onPage.flat(2), table);
      if (!lines || cutsWords(rows, words)) unsound.add(table);
      for (const line of lines ?? []) table.taken.add(line);
    }
  });
  return tables.filter(table => !unsound.has(table) && isSound(table, pages));
}

/** Content that several cells claim is none of theirs. */
function isNumberedOnce(tagged: TaggedRows[]): boolean {
  const numbers = tagged.flat(2).flatMap(cell => cell.content);
  return new Set(numbers).size === numbers.length;
}

const emptyTable = (rows: TaggedRows): WholeTable => ({
  rows: rows.map(row => row.map(({ heads }) => ({ heads, parts: [] }))),
  pages: [],
  repeated: 0,
  taken: new Set(),
});

const hasWords = (cells: Line[][]): boolean => cells.some(lines => lines.length > 0);
const textOf = (lines: Line[]): string => lines.map(line => lineText(line.words)).join(' ');

/**
 * Whether a table with as many cells in each row is the same on the next page: its first row is elsewhere, or is printed
 * again, and what stands here comes behind all that stood on the pages before, but for labels of several rows.
 */
function goesOn(table: WholeTable, onPage: OnPage, page: number): boolean {
  if (table.pages.at(-1) !== page - 1 || table.rows.length !== onPage.length) return false;
  if (!table.rows.every((row, index) => row.length === onPage[index]?.length)) return false;
  const [first] = onPage;
  const again = onPage.findIndex((_, row) => !isAgain(table, onPage, row));
  if (!first || (hasWords(first) && (again < 1 || table.rows.length - again < 2))) return false;
  const last = table.rows.findLastIndex(row => row.some(cell => cell.parts.length > 0));
  return onPage.every(
    (row, index) => index < again || index >= last || row.filter(lines => lines.length > 0).length < 2,
  );
}

/** The same words in all cells of a row as on the pages before. */
const isAgain = ({ rows }: WholeTable, onPage: OnPage, row: number): boolean =>
  hasWords(onPage[row] ?? []) &&
  (rows[row] ?? []).every(
    (cell, index) => textOf(cell.parts.flatMap(({ lines }) => lines)) === textOf(onPage[row]?.[index] ?? []),
  );

/** Adds what stands on one more page; what is printed again at its head is kept once. */
function add(table: WholeTable, onPage: OnPage, page: number): void {
  const again = table.pages.length ? onPage.findIndex((_, row) => !isAgain(table, onPage, row)) : 0;
  table.repeated = Math.max(table.repeated, again);
  table.pages.push(page);
  onPage.slice(Math.max(0, again)).forEach((row, index) => {
    row.forEach((lines, column) => {
      if (lines.length) table.rows[index + Math.max(0, again)]?.[column]?.parts.push({ page, lines });
    });
  });
}
