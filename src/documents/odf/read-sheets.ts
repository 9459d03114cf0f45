import type { Paragraph, SourceDocument } from '../document.ts';
import { type Fills, MOST_FILLED, withFills } from '../sheet/fills.ts';
import { hiddenSheet } from '../sheet/hidden.ts';
import { IdentityColumn } from '../sheet/identity-column.ts';
import { linesOf } from '../sheet/paragraphs.ts';
import { type Sheet, type SheetCell, type SheetLimits, type SheetRow, sheetLimits } from '../sheet/sheet.ts';
import { workbook } from '../sheet/workbook.ts';
import { elements, type XmlElement } from '../xml.ts';
import { readBlocks } from './body.ts';
import { columnStyles, hiddenColumns } from './columns.ts';
import type { Flow } from './flow.ts';
import { openFlow } from './open-flow.ts';
import { openOdf } from './package.ts';
import { rowsOf } from './table.ts';

/** Reads an OpenDocument spreadsheet (.ods). Its cells hold their values as they print, so no format is needed. */
export function readOds(bytes: Uint8Array): SourceDocument {
  const file = openOdf(bytes, 'spreadsheet');
  const { body } = file;
  const flow = openFlow(file);
  const limits = sheetLimits();
  const tables = [...elements(body, 'table')];
  const isHidden = (table: XmlElement) =>
    flow.styles('table', table.attributes['style-name']).hidden ?? false;
  const read = (table: XmlElement) => readSheet(table, flow, limits);
  const seen = tables.filter(table => !isHidden(table)).map(read);
  const hidden = tables.filter(isHidden).map(read).flatMap(hiddenSheet);
  const document = workbook('ods', seen, hidden, limits);
  return file.identity ? { ...document, identity: file.identity } : document;
}

function readSheet(table: XmlElement, flow: Flow, limits: SheetLimits): Sheet {
  const name = table.attributes.name ?? '';
  const hiddenColumn = hiddenColumns(table);
  const columnStyle = columnStyles(table);
  const rows: SheetRow[] = [];
  const asides: Paragraph[] = [];
  const known = new IdentityColumn();
  let number = 0;
  for (const { row, header, folded } of rowsOf(table)) {
    const times = repeated(row, 'number-rows-repeated');
    const hidden = row.attributes.visibility === 'collapse' && !folded;
    const all = cellsOf(row, flow, limits);
    const cells = all.filter(([column, { text }]) => !known.takes(number + 1, column, text));
    const fills = cells.length ? fillsOf(row, flow, columnStyle) : undefined;
    for (const column of fills?.keys() ?? []) if (hiddenColumn(column)) fills?.delete(column);
    for (let again = 1; cells.length && again <= times; again++) {
      if (again > 1) for (const [, cell] of cells) limits.cell(cell.text);
      const away = cells.filter(([column]) => hidden || hiddenColumn(column));
      if (away.length) asides.push(hiddenWords(away, hidden, number + again, name));
      const shown = cells.filter(one => !away.includes(one));
      if (shown.length)
        rows.push({
          number: number + again,
          cells: new Map(shown),
          header,
          ...withFills(fills),
          ...known.of(number + 1),
        });
    }
    number += times;
  }
  for (const shapes of elements(table, 'shapes')) readBlocks(shapes, flow);
  const told = flow.asides.splice(0).map(aside => ({ ...aside, where: `${aside.where} on sheet “${name}”` }));
  const { file } = known;
  return { name, rows, asides: [...asides, ...told], ...(file ? { identity: file } : {}) };
}

type Placed = [column: number, cell: SheetCell];

const repeated = (node: XmlElement, what: string) =>
  Math.max(1, Math.floor(Number(node.attributes[what] ?? 1)) || 1);

function cellsOf(row: XmlElement, flow: Flow, limits: SheetLimits): Placed[] {
  const cells: Placed[] = [];
  let column = 1;
  for (const node of elements(row)) {
    const times = repeated(node, 'number-columns-repeated');
    const cell = node.name === 'table-cell' ? cellOf(node, flow) : undefined;
    for (let again = 0; cell && again < times; again++) {
      limits.cell(cell.text);
      cells.push([column + again, { ...cell }]);
    }
    column += times;
  }
  return cells;
}

/** The backgrounds of a row, also of cells without words. A cell that names no style has its row's or its column's. */
function fillsOf(row: XmlElement, flow: Flow, columnStyle: (column: number) => string | undefined): Fills {
  const fills: Fills = new Map();
  const ofRow = row.attributes['default-cell-style-name'];
  let column = 1;
  for (const node of elements(row)) {
    const end = column + repeated(node, 'number-columns-repeated');
    const wide = Math.max(end, column + repeated(node, 'number-columns-spanned'));
    for (let at = column; at < Math.min(wide, MOST_FILLED); at++) {
      const { fill } = flow.styles('table-cell', node.attributes['style-name'] ?? ofRow ?? columnStyle(at));
      // a merged cell covers those that follow it
      if (fill && !fills.has(at)) fills.set(at, fill);
    }
    column = end;
  }
  return fills;
}

/** A cell with words; its notes and what lies over it are told aside by the flow. */
function cellOf(node: XmlElement, flow: Flow): SheetCell | undefined {
  for (const note of elements(node, 'annotation')) flow.asides.push(...paragraphsIn(note, flow, 'note'));
  const paragraphs = paragraphsIn(
    {
      ...node,
      children: node.children.filter(child => typeof child === 'string' || child.name !== 'annotation'),
    },
    flow,
    'cell',
  );
  const text = paragraphs.flatMap(({ text: one }) => linesOf(one)).join('\n');
  if (!text) return undefined;
  const bold =
    flow.styles('table-cell', node.attributes['style-name']).bold || paragraphs.every(one => one.bold);
  return {
    text,
    columns: repeated(node, 'number-columns-spanned'),
    rows: repeated(node, 'number-rows-spanned'),
    ...(bold ? { bold: true } : {}),
  };
}

const paragraphsIn = (node: XmlElement, flow: Flow, where: string): Paragraph[] =>
  flow.readInside(node, flow, where).filter(block => block.kind === 'paragraph');

const hiddenWords = (cells: Placed[], row: boolean, number: number, name: string): Paragraph => ({
  kind: 'paragraph',
  text: cells.map(([, cell]) => linesOf(cell.text).join(' ')).join(' | '),
  where: row
    ? `hidden row ${number} of sheet “${name}”`
    : `hidden columns of row ${number} of sheet “${name}”`,
});
