import { rowIdentity } from '../bookmarks.ts';
import type { Cell, Row, Table } from '../document.ts';
import { withFill } from '../fill.ts';
import { farTooMuch, tooWide, WIDEST } from '../limits.ts';
import { elements, textOf, type XmlElement } from '../xml.ts';
import type { Flow } from './flow.ts';

/** Empty rows may be said to come a million times. */
const MOST_REPEATED = 100;

const times = (node: XmlElement, what: string) => Number(node.attributes[what] ?? 1) || 1;
const hasWords = (node: XmlElement) => /\S/.test(textOf(node));
const count = (text: string | undefined, most: number) => Math.min(Math.max(Number(text ?? 1) || 1, 1), most);

type Falling = { rows: number; columns: number; fill: string | undefined };

/** A table of a text. Cells that another covers are written out, so every cell stands on its column. */
export function readTable(node: XmlElement, flow: Flow): Table {
  const where = `table ${++flow.tables}`;
  const falling = new Map<number, Falling>();
  const rows: Row[] = [];
  for (const { row, header } of rowsOf(node)) {
    if (times(row, 'number-rows-repeated') > MOST_REPEATED && hasWords(row)) throw farTooMuch();
    const known = rowIdentity(row);
    for (let again = count(row.attributes['number-rows-repeated'], MOST_REPEATED); again > 0; again--) {
      const cells = readCells(row, falling, flow, `${where}, row ${rows.length + 1}`);
      rows.push({ cells: onRow(cells, row, flow), ...(header ? { header } : {}), ...known });
    }
  }
  return { kind: 'table', rows, where };
}

export type FoundRow = { row: XmlElement; header: boolean; folded: boolean };

/** The rows of a table inside their groups; `folded`: in a group that is closed. */
export function* rowsOf(node: XmlElement, header = false, folded = false): Generator<FoundRow> {
  for (const child of elements(node)) {
    if (child.name === 'table-row') yield { row: child, header, folded };
    else if (child.name === 'table-header-rows') yield* rowsOf(child, true, folded);
    else if (child.name === 'table-row-group') yield* rowsOf(child, header, true);
    else if (child.name === 'table-rows') yield* rowsOf(child, header, folded);
  }
}

function readCells(row: XmlElement, falling: Map<number, Falling>, flow: Flow, where: string): Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  // Cells to the right that the one before covers.
  let covered = 0;
  refuseTooWide(row);
  for (const node of elements(row)) {
    if (node.name !== 'table-cell' && node.name !== 'covered-table-cell') continue;
    for (
      let again = count(node.attributes['number-columns-repeated'], WIDEST);
      again > 0 && column < WIDEST;
      again--
    ) {
      if (covered > 0) covered--;
      else {
        const cell = node.name === 'table-cell' ? readCell(node, flow, where) : coveredCell(column, falling);
        cells.push(cell);
        covered = cell.columns - 1;
        const rows = node.name === 'table-cell' ? count(node.attributes['number-rows-spanned'], 10_000) : 1;
        if (rows > 1) falling.set(column, { rows: rows - 1, columns: cell.columns, fill: cell.fill });
      }
      column++;
    }
  }
  return cells;
}

/** What is painted behind a whole row is seen through its cells. */
function onRow(cells: Cell[], row: XmlElement, flow: Flow): Cell[] {
  const { fill } = flow.styles('table-row', row.attributes['style-name']);
  return fill ? cells.map(cell => ({ fill, ...cell })) : cells;
}

/** Empty cells at the right may be said to come a thousand times; words that stand so far out would be lost. */
function refuseTooWide(row: XmlElement): void {
  let columns = 0;
  let written = 0;
  for (const node of elements(row)) {
    columns += times(node, 'number-columns-repeated');
    if (columns > WIDEST && hasWords(node)) written = columns;
  }
  if (written) throw tooWide('table', written);
}

/** A covered cell that no cell to its left covers goes on with the one above it. */
function coveredCell(column: number, falling: Map<number, Falling>): Cell {
  const above = falling.get(column);
  if (!above || above.rows < 1) return { paragraphs: [], columns: 1 };
  above.rows--;
  return { paragraphs: [], columns: above.columns, continues: true, ...withFill(above.fill) };
}

function readCell(node: XmlElement, flow: Flow, where: string): Cell {
  const blocks = flow.readInside(node, flow, where);
  const tables = blocks.filter(block => block.kind === 'table');
  return {
    paragraphs: blocks.filter(block => block.kind === 'paragraph'),
    columns: count(node.attributes['number-columns-spanned'], WIDEST),
    ...(tables.length ? { tables } : {}),
    ...withFill(flow.styles('table-cell', node.attributes['style-name']).fill),
  };
}
