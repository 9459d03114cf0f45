import {
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { TableOut } from '../document-out.ts';
import { columnWidths } from './column-widths.ts';
import { printable } from './printable.ts';

const CELL_MARGIN = 80;

/** A table as wide as the page, in twentieths of a point, with a heading row that repeats on each page. */
export function tableOut(table: TableOut, pageWidth: number): Table {
  const widths = columnWidths(table, pageWidth, 2 * CELL_MARGIN);
  const row = (texts: string[], header: boolean) =>
    new TableRow({
      tableHeader: header,
      cantSplit: true,
      children: widths.map((width, index) => cell(texts[index] ?? '', width, header)),
    });
  return new Table({
    width: { size: pageWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [
      ...(table.headings.length ? [row(table.headings, true)] : []),
      ...table.rows.map(texts => row(texts, false)),
    ],
  });
}

function cell(text: string, width: number, header: boolean): TableCell {
  const lines = printable(text).split('\n');
  const runs = lines.map(
    (line, index) => new TextRun({ text: line, bold: header, size: 19, ...(index ? { break: 1 } : {}) }),
  );
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: CELL_MARGIN, bottom: CELL_MARGIN, left: CELL_MARGIN, right: CELL_MARGIN },
    ...(header ? { shading: { type: ShadingType.CLEAR, fill: 'E8EBEE', color: 'auto' } } : {}),
    children: [new Paragraph({ children: runs })],
  });
}
