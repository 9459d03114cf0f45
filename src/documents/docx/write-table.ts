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
import { columnWidths, roomForLetters } from '../column-widths.ts';
import type { TableOut } from '../document-out.ts';
import { printable } from '../printable.ts';

/** Twentieths of a point. */
const CELL_MARGIN = 80;

/** Half points; the smaller ones where a table has so many columns that its longest words would not fit. */
const SIZES = [19, 18, 17, 16, 15, 14];
/** Twentieths of a point: a letter of Arial in bold, wider than most, for each half point of its size. */
const LETTER = 6.2;

/** A table as wide as the page, in twentieths of a point, with a heading row that repeats on each page. */
export function tableOut(table: TableOut, pageWidth: number): Table {
  const room = { page: pageWidth, padding: 2 * CELL_MARGIN };
  const most = roomForLetters(table, room) / LETTER;
  const size = SIZES.find(one => one <= most) ?? SIZES.at(-1)!;
  const widths = columnWidths(table, { ...room, letter: size * LETTER });
  const row = (texts: string[], header: boolean) =>
    new TableRow({
      tableHeader: header,
      cantSplit: true,
      children: widths.map((width, index) => cell(texts[index] ?? '', { width, header, size })),
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

type Look = { width: number; header: boolean; size: number };

function cell(text: string, { width, header, size }: Look): TableCell {
  const lines = printable(text).split('\n');
  const runs = lines.map(
    (line, index) => new TextRun({ text: line, bold: header, size, ...(index ? { break: 1 } : {}) }),
  );
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: CELL_MARGIN, bottom: CELL_MARGIN, left: CELL_MARGIN, right: CELL_MARGIN },
    ...(header ? { shading: { type: ShadingType.CLEAR, fill: 'E8EBEE', color: 'auto' } } : {}),
    children: [new Paragraph({ children: runs })],
  });
}
