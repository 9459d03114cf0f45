import { columnWidths, roomForLetters } from '../column-widths.ts';
import type { TableOut } from '../document-out.ts';
import { rowMark } from '../identity.ts';
import { paragraphXml } from './write-paragraph.ts';

/** Twentieths of a point that a cell keeps free of text on each side; fewer in a timetable, which has little in many. */
const MARGIN = { usual: 80, crowded: 30 };
/** Columns. */
const CROWDED = 16;

/** Half points; the smaller ones where a table has so many columns that its longest words would not fit. */
const SIZES = [19, 18, 17, 16, 15, 14];
/** Twentieths of a point: a letter of Arial in bold, wider than most, for each half point of its size. */
const LETTER = 6.2;

const RULE = (name: string, size = 4) =>
  `<w:${name} w:val="single" w:color="B1B4B6" w:sz="${size}" w:space="0"/>`;
const HEADING_CELL =
  '<w:tcBorders><w:bottom w:val="single" w:color="505A5F" w:sz="8" w:space="0"/></w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="E8EBEE"/>';

/**
 * A table as wide as the page, in twentieths of a point, row by row, with a heading row that repeats on each page. What
 * a row is known by stands in its first and its last cell, so that it stays known when somebody empties one of them.
 * `called` is what it is called for those who hear it.
 */
export function* tableXml(
  table: TableOut,
  { page, called, bookmark }: { page: number; called: string; bookmark: (name: string) => string },
): Generator<string> {
  const margin = table.headings.length > CROWDED ? MARGIN.crowded : MARGIN.usual;
  const room = { page, padding: 2 * margin };
  const most = roomForLetters(table, room) / LETTER;
  const size = SIZES.find(one => one <= most) ?? SIZES.at(-1)!;
  const widths = columnWidths(table, { ...room, letter: size * LETTER });
  yield beginning(widths, { page, margin, called });
  const row = (texts: string[], header: boolean, identity = ''): string => {
    const cells = widths.map((width, index) => {
      const marked = identity && (index === 0 || index === widths.length - 1);
      const words = paragraphXml(texts[index] ?? '', {
        bold: header,
        size,
        bookmark: marked ? bookmark(rowMark(identity, Math.sign(index))) : '',
      });
      return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${header ? HEADING_CELL : ''}</w:tcPr>${words}</w:tc>`;
    });
    return `<w:tr><w:trPr><w:cantSplit/>${header ? '<w:tblHeader/>' : ''}</w:trPr>${cells.join('')}</w:tr>`;
  };
  if (table.headings.length) yield row(table.headings, true);
  for (const [index, texts] of table.rows.entries()) yield row(texts, false, table.identities?.[index]);
  yield '</w:tbl>';
}

/** `called` is an attribute, already written as XML. */
const beginning = (
  widths: number[],
  { page, margin, called }: { page: number; margin: number; called: string },
): string =>
  [
    `<w:tbl><w:tblPr><w:tblW w:w="${page}" w:type="dxa"/>`,
    `<w:tblBorders>${RULE('top')}${RULE('left')}${RULE('bottom')}${RULE('right')}${RULE('insideH')}${RULE('insideV')}</w:tblBorders>`,
    `<w:tblLayout w:type="fixed"/><w:tblCellMar>${marginsOf(margin)}</w:tblCellMar>`,
    '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>',
    called ? `<w:tblCaption w:val="${called}"/>` : '',
    `</w:tblPr><w:tblGrid>${widths.map(width => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`,
  ].join('');

const marginsOf = (across: number): string =>
  Object.entries({ top: MARGIN.usual, left: across, bottom: MARGIN.usual, right: across })
    .map(([side, width]) => `<w:${side} w:w="${width}" w:type="dxa"/>`)
    .join('');
