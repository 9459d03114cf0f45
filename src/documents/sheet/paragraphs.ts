import type { Paragraph } from '../document.ts';
import { readLine } from '../txt/line.ts';
import type { SheetCell } from './sheet.ts';

export const placeOf = (name: string, row: number): string =>
  name ? `sheet “${name}”, row ${row}` : `row ${row}`;

/** The lines of a text outside tables: bullets that somebody typed mark items of a list. */
export const proseParagraphs = (cell: SheetCell, where: string): Paragraph[] =>
  paragraphsOf(cell, where).map(paragraph => ({ ...paragraph, ...readLine(paragraph.text, where) }));

/** A paragraph for each line of a cell. */
export const paragraphsOf = (cell: SheetCell, where: string): Paragraph[] =>
  linesOf(cell.text).map(text => ({
    kind: 'paragraph',
    text,
    where,
    ...(cell.bold ? { bold: true as const } : {}),
    ...(cell.level === undefined ? {} : { level: cell.level }),
  }));

export const linesOf = (text: string): string[] =>
  text
    .split(/\r\n?|[\n\u2028\u2029\v\f]/)
    .map(line =>
      line
        .replace(/\u00AD/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter(Boolean);
