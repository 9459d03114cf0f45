import { rowIdentity, rowMarks } from '../bookmarks.ts';
import type { Cell, Row, Table } from '../document.ts';
import { withFill } from '../fill.ts';
import { element, isOn, val, type XmlElement } from '../xml.ts';
import type { Flow } from './flow.ts';
import { shadingOf } from './shading.ts';
import { unwrapped } from './unwrapped.ts';

const count = (text: string | undefined) => Math.min(Math.max(Number(text ?? 0) || 0, 0), 200);
const empty = (columns: number): Cell => ({ paragraphs: [], columns });

export function readTable(node: XmlElement, flow: Flow): Table {
  const where = `table ${++flow.tables}`;
  const rows: Row[] = [];
  // marks of whole rows stand before them
  let marks: string[] = [];
  for (const row of unwrapped(node, flow)) {
    if (row.name === 'bookmarkStart') marks.push(...rowMarks(row));
    if (row.name !== 'tr') continue;
    const known = rowIdentity(row, marks);
    marks = [];
    if (!element(element(row, 'trPr'), 'del'))
      rows.push({
        ...readRow(row, flow, `${where}, row ${rows.length + 1}`),
        ...known,
      });
  }
  return { kind: 'table', rows, where };
}

function readRow(node: XmlElement, flow: Flow, where: string): Row {
  const properties = element(node, 'trPr');
  const cells: Cell[] = [];
  const before = count(val(properties, 'gridBefore'));
  if (before) cells.push(empty(before));
  for (const cell of unwrapped(node, flow)) {
    if (cell.name === 'tc') addCell(cells, cell, flow, where);
  }
  const after = count(val(properties, 'gridAfter'));
  if (after) cells.push(empty(after));
  return isOn(properties, 'tblHeader') ? { cells, header: true } : { cells };
}

function addCell(cells: Cell[], node: XmlElement, flow: Flow, where: string): void {
  const properties = element(node, 'tcPr');
  if (element(properties, 'cellDel')) return;
  const columns = Math.max(1, count(val(properties, 'gridSpan')));
  const last = cells.at(-1);
  if (last && continues(properties, 'hMerge')) {
    last.columns += columns;
    return;
  }
  const blocks = flow.readInside(node, flow, where);
  const fill = withFill(shadingOf(properties));
  // Word does not print what stands in a cell that continues the one above it.
  if (continues(properties, 'vMerge')) {
    cells.push({ paragraphs: [], columns, continues: true, ...fill });
    return;
  }
  const tables = blocks.filter(block => block.kind === 'table');
  const paragraphs = blocks.filter(block => block.kind === 'paragraph');
  cells.push({ paragraphs, columns, ...(tables.length ? { tables } : {}), ...fill });
}

/** A merge that is named without a value continues (ECMA-376 17.4.84). */
const continues = (properties: XmlElement | undefined, name: string) =>
  element(properties, name) !== undefined && (val(properties, name) ?? 'continue') === 'continue';
