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
import { rowMark } from '../identity.ts';
import { printable } from '../printable.ts';
import type { Mark } from './marks.ts';

/** Twentieths of a point. */
const CELL_MARGIN = 80;

/** Half points; the smaller ones where a table has so many columns that its longest words would not fit. */
const SIZES = [19, 18, 17, 16, 15, 14];
/** Twentieths of a point: a letter of Arial in bold, wider than most, for each half point of its size. */
const LETTER = 6.2;

/**
 * A table as wide as the page, in twentieths of a point, with a heading row that repeats on each page. What a row is known
 * by stands in its first and its last cell, so that it stays known when somebody empties one of them.
 */
export function tableOut(table: TableOut, pageWidth: number, mark: Mark): Table {
  const room = { page: pageWidth, padding: 2 * CELL_MARGIN };
  const most = roomForLetters(table, room) / LETTER;
  const size = SIZES.find(one => one <= most) ?? SIZES.at(-1)!;
  const widths = columnWidths(table, { ...room, letter: size * LETTER });
  const marked = (paragraph: Paragraph, index: number, identity: string | undefined) =>
    identity && (index === 0 || index === widths.length - 1)
      ? mark(paragraph, rowMark(identity, Math.sign(index)))
      : paragraph;
  const row = (texts: string[], header: boolean, identity?: string) =>
    new TableRow({
      tableHeader: header,
      cantSplit: true,
      children: widths.map((width, index) => {
        const look = { width, header, size };
        return cell(marked(words(texts[index] ?? '', look), index, identity), look);
      }),
    });
  return new Table({
    width: { size: pageWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [
      ...(table.headings.length ? [row(table.headings, true)] : []),
      ...table.rows.map((texts, index) => row(texts, false, table.identities?.[index])),
    ],
  });
}

type Look = { width: number; header: boolean; size: number };

function words(text: string, { header, size }: Look): Paragraph {
  const lines = printable(text).split('\n');
  const runs = lines.map(
    (line, index) => new TextRun({ text: line, bold: header, size, ...(index ? { break: 1 } : {}) }),
  );
  return new Paragraph({ children: runs });
}

function cell(paragraph: Paragraph, { width, header }: Look): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: CELL_MARGIN, bottom: CELL_MARGIN, left: CELL_MARGIN, right: CELL_MARGIN },
    ...(header ? { shading: { type: ShadingType.CLEAR, fill: 'E8EBEE', color: 'auto' } } : {}),
    children: [paragraph],
  });
}
