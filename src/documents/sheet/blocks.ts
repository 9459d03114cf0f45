import type { Block, Paragraph } from '../document.ts';
import { placeOf, proseParagraphs } from './paragraphs.ts';
import { covered, firstColumn, lastColumn, type Sheet, type SheetCell, type SheetRow } from './sheet.ts';
import { sideBySide } from './side-by-side.ts';
import { beginsTable } from './table-begins.ts';
import { tableOf } from './table-of.ts';

/** The paragraphs and tables that a person sees on a sheet, from top to bottom. */
export const blocksOf = (sheet: Sheet): Block[] =>
  sideBySide(sheet.rows).flatMap(rows => downward(rows, sheet.name));

/**
 * Rows above a table that do not fill it are prose: its title, a date, who keeps it. Blank rows part tables only where
 * what follows begins like another table; else they are spacing, and lone texts between are titles inside the table.
 */
function downward(rows: SheetRow[], name: string): Block[] {
  const blocks: Block[] = [];
  const usual = usualWidth(rows);
  const left = rows.reduce((least, row) => Math.min(least, firstColumn(row)), Number.POSITIVE_INFINITY);
  const right = rows.reduce((most, row) => Math.max(most, lastColumn(row)), 0);
  let open: SheetRow[] = [];
  let waiting: SheetRow[] = [];
  const close = () => {
    if (open.length) blocks.push(tableOf(open, name));
    blocks.push(...waiting.flatMap(row => proseOf(row, name)));
    open = [];
    waiting = [];
  };
  for (const group of groupsOf(rows)) {
    const first = group.findIndex(row => !isProse(row, usual, left, right));
    const above = first < 0 ? group : group.slice(0, first);
    const below = first < 0 ? [] : group.slice(first);
    if (below.length && (!open.length || beginsTable(below, open) || isText([...waiting, ...above]))) {
      close();
      blocks.push(...above.flatMap(row => proseOf(row, name)));
      open = below;
    } else if (below.length) {
      open.push(...waiting, ...above, ...below);
      waiting = [];
    } else waiting.push(...above);
  }
  // Lone texts right under the last row are rows with nothing else in them.
  while (open.length && waiting[0]?.number === (open.at(-1)?.number ?? 0) + 1)
    open.push(...waiting.splice(0, 1));
  close();
  return blocks;
}

/** Words. A title is shorter. */
const LONGEST_TITLE = 25;
const MOST_TITLES = 5;

/** Lone texts that are no titles within a table: so many, or so long. */
const isText = (rows: SheetRow[]): boolean =>
  rows.length > MOST_TITLES ||
  rows.some(row =>
    [...row.cells.values()].some(cell => cell.text.trim().split(/\s+/).length > LONGEST_TITLE),
  );

/** Rows with no blank row between them, and again from each text that stands alone over rows of several cells. */
function groupsOf(rows: SheetRow[]): SheetRow[][] {
  const groups: SheetRow[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    const group = groups.at(-1);
    const above = group?.at(-1);
    const alone = row.cells.size === 1 && above !== undefined && above.cells.size > 1;
    if (group && row.number <= end + 1 && !alone) group.push(row);
    else groups.push([row]);
    end = Math.max(end, row.number, ...[...row.cells.values()].map(cell => row.number + cell.rows - 1));
  }
  return groups;
}

/** How many columns the fuller rows cover: three of four cover no more. */
function usualWidth(rows: SheetRow[]): number {
  const widths = rows.filter(row => row.cells.size > 1).map(covered);
  return widths.sort((a, b) => a - b)[Math.floor(widths.length * 0.75)] ?? 0;
}

function isProse(row: SheetRow, usual: number, left: number, right: number): boolean {
  const [first] = row.cells.values();
  if (usual === 0) return true;
  if (row.cells.size === 1)
    return firstColumn(row) === left || covered(row) >= (right - left + 1) * 0.6 || usual === 1;
  const few = row.cells.size === 2 && firstColumn(row) === left;
  return few && (covered(row) <= usual / 2 || (usual > 2 && (first?.text ?? '').endsWith(':')));
}

/** Cells side by side are one text ("Owner:" and a name); with blank columns between they are several. */
function proseOf(row: SheetRow, name: string): Paragraph[] {
  const texts: { cell: SheetCell; text: string; end: number }[] = [];
  for (const [column, cell] of row.cells) {
    const last = texts.at(-1);
    const end = column + cell.columns;
    if (last && last.end === column)
      texts[texts.length - 1] = { ...last, text: `${last.text} ${cell.text}`, end };
    else texts.push({ cell, text: cell.text, end });
  }
  return texts.flatMap(({ cell, text }) => proseParagraphs({ ...cell, text }, placeOf(name, row.number)));
}
