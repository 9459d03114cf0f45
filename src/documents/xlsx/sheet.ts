import { MOST_FILLED } from '../sheet/fills.ts';
import type { Sheet, SheetLimits } from '../sheet/sheet.ts';
import { element, elements, parseXml, textOf, type XmlElement } from '../xml.ts';
import { layoutOf } from './layout.ts';
import type { ListedSheet, Workbook } from './package.ts';
import { areaNamed, placeNamed } from './place.ts';
import { isoDate, printedNumber, printedText } from './printed.ts';
import { runningWords } from './running.ts';
import type { StoredCell, StoredRow } from './stored.ts';
import { type WrittenText, writtenText } from './strings.ts';
import type { CellStyle } from './styles.ts';
import { visibleSheet } from './visible.ts';

/** A cell that holds words, as it is stored. */
/**
 * Reads the cells of one worksheet. Rows are read one at a time and only cells with words are kept,
 * so that a sheet formatted down to row 1,048,576 costs no more than its words.
 * `headers`: rows that are known to hold headings.
 */
export function readSheet(
  listed: ListedSheet,
  workbook: Workbook,
  headers: number[],
  limits: SheetLimits,
): Sheet {
  const rows: StoredRow[] = [];
  const mayHide: { number: number; row: XmlElement }[] = [];
  let last = 0;
  const take = (row: XmlElement) => {
    const number = Number(row.attributes.r ?? last + 1);
    last = number;
    const { cells, fills } = cellsOf(row, workbook, limits);
    if (cells.length) rows.push({ number, cells, fills });
    if (row.attributes.hidden) mayHide.push({ number, row: { ...row, children: [] } });
  };
  const sheet = parseXml(listed.xml(), new Map([['row', take]]));
  const layout = layoutOf(sheet);
  const hiddenRows = new Set(mayHide.filter(({ row }) => layout.hiddenRow(row)).map(({ number }) => number));
  rows.sort((one, other) => one.number - other.number);
  const known = new Set([...headers, ...headersOf(sheet, listed)]);
  const shown = { ...layout, hiddenRow: (row: number) => hiddenRows.has(row) };
  const seen = visibleSheet(listed.name, rows, shown, sheet, known);
  return { ...seen, asides: [...runningWords(sheet), ...seen.asides] };
}

/** Rows that a filter stands on, or that are printed again on every page. */
function headersOf(sheet: XmlElement, { repeated }: ListedSheet): number[] {
  const filter = areaNamed(element(sheet, 'autoFilter')?.attributes.ref ?? '');
  const { from, to } = repeated ?? { from: 1, to: 0 };
  const printed = Array.from(
    { length: Math.max(0, Math.min(to - from + 1, 20)) },
    (_, index) => from + index,
  );
  return filter ? [filter.top, ...printed] : printed;
}

function cellsOf(row: XmlElement, workbook: Workbook, limits: SheetLimits): Omit<StoredRow, 'number'> {
  const cells: StoredCell[] = [];
  const fills = new Map<number, string>();
  let last = 0;
  for (const node of elements(row, 'c')) {
    const column = placeNamed(node.attributes.r ?? '')?.column ?? last + 1;
    last = column;
    const style = workbook.styles(Number(node.attributes.s ?? 0));
    if (style.fill && column <= MOST_FILLED) fills.set(column, style.fill);
    const { text, bold } = printed(node, style, workbook);
    if (!/\S/.test(text)) continue;
    limits.cell(text);
    cells.push({ column, text, bold: bold ?? style.bold, style });
  }
  return { cells, fills };
}

/** What a cell prints (ECMA-376 18.18.11); of a formula, the value it had when the file was saved. */
function printed(node: XmlElement, style: CellStyle, workbook: Workbook): WrittenText {
  const value = element(node, 'v');
  const raw = value ? textOf(value) : '';
  switch (node.attributes.t) {
    case 's': {
      const shared = workbook.strings[Number(raw)];
      return shared ? { ...shared, text: printedText(shared.text, style.pattern) } : { text: '' };
    }
    case 'inlineStr': {
      const inside = element(node, 'is');
      return inside ? writtenText(inside) : { text: '' };
    }
    case 'str':
      return { text: printedText(raw, style.pattern) };
    case 'b':
      return { text: raw === '' ? '' : raw === '1' || raw === 'true' ? 'TRUE' : 'FALSE' };
    case 'e':
      return { text: raw };
    case 'd':
      return { text: isoDate(raw, style.pattern) };
    default:
      return {
        text: Number.isFinite(Number(raw || Number.NaN))
          ? printedNumber(Number(raw), style.pattern, workbook.from1904)
          : raw,
      };
  }
}
