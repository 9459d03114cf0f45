import type { Block, Paragraph } from '../document.ts';
import { withFill } from '../fill.ts';
import { extentOf, isAlone, isPair } from './extent.ts';
import { explainedFill } from './fills.ts';
import { placeOf, proseParagraphs } from './paragraphs.ts';
import type { Sheet, SheetCell, SheetRow } from './sheet.ts';
import { sideBySide } from './side-by-side.ts';
import { beginsTable, isKey } from './table-begins.ts';
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
  const prose = (texts: SheetRow[]) => blocks.push(...texts.flatMap(row => proseOf(row, name)));
  const extent = extentOf(rows);
  let open: SheetRow[] = [];
  let waiting: SheetRow[] = [];
  const close = () => {
    if (open.length) blocks.push(tableOf(open, name));
    prose(waiting);
    waiting = [];
  };
  for (const group of groupsOf(rows)) {
    const isAbove = (row: SheetRow) => isAlone(row, extent) || (open.length === 0 && isPair(row, extent));
    const first = group.findIndex(row => !isAbove(row));
    const above = first < 0 ? group : group.slice(0, first);
    const below = first < 0 ? [] : group.slice(first);
    const between = [...waiting, ...above];
    if (below.length === 0) waiting = between;
    else if (open.length && !isAnother(below, between, open)) {
      open.push(...between, ...below);
      waiting = [];
    } else {
      close();
      prose(above);
      open = below;
    }
  }
  open.push(...waiting.splice(0, adjoining(open, waiting)));
  close();
  return blocks;
}

/** Whether rows after a table are another one, by themselves or by what stands between. */
const isAnother = (rows: SheetRow[], between: SheetRow[], open: SheetRow[]): boolean =>
  beginsTable(rows, open, adjoining(open, [...between, ...rows]) > between.length) ||
  isKey(between, rows) ||
  isText(between, adjoining(open, between) > 0);

/** How many of the lone texts stand right under a table: rows with nothing else in them, as it may turn out. */
function adjoining(open: SheetRow[], texts: SheetRow[]): number {
  const end = open.at(-1)?.number ?? Number.NEGATIVE_INFINITY;
  const parted = texts.findIndex((row, index) => row.number !== end + 1 + index);
  return parted < 0 ? texts.length : parted;
}

/** Words. A title is shorter. */
const LONGEST_TITLE = 25;
const MOST_TITLES = 5;

/** Lone texts that are no titles within a table: so long, or so many after a blank row. */
const isText = (rows: SheetRow[], adjoins: boolean): boolean =>
  (rows.length > MOST_TITLES && !adjoins) ||
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
    const alone = row.cells.size === 1 && !row.identity && above !== undefined && above.cells.size > 1;
    if (group && row.number <= end + 1 && !alone) group.push(row);
    else groups.push([row]);
    end = Math.max(end, row.number, ...[...row.cells.values()].map(cell => row.number + cell.rows - 1));
  }
  return groups;
}

/** Cells side by side are one text ("Owner:" and a name, a colour and its meaning); with blank columns between, several. */
function proseOf(row: SheetRow, name: string): Paragraph[] {
  const texts: { cell: SheetCell; text: string; begin: number; end: number }[] = [];
  for (const [column, cell] of row.cells) {
    const last = texts.at(-1);
    const end = column + cell.columns;
    if (last && last.end === column)
      texts[texts.length - 1] = {
        ...last,
        text: `${last.text}${last.text.trimEnd().endsWith(':') ? ' ' : ' | '}${cell.text}`,
        end,
      };
    else texts.push({ cell, text: cell.text, begin: column, end });
  }
  return texts.flatMap(({ cell, text, begin }) =>
    proseParagraphs({ ...cell, text }, placeOf(name, row.number)).map(paragraph => ({
      ...paragraph,
      ...withFill(explainedFill(row, begin)),
    })),
  );
}
