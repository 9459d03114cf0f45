import { columnWidths, roomForLetters } from '../../column-widths.ts';
import type { DocumentOut, SectionOut, TableOut } from '../../document-out.ts';
import type { Setting, Type } from './faces.ts';
import { wrapped } from './wrap.ts';

/** What follows on one another down the pages, each text broken into lines already. */
export type Block = Words | Grid;

export type Words = { kind: 'words'; tag: 'H1' | 'H2' | 'P'; lines: string[]; set: Setting; before: number };

export type Grid = {
  kind: 'grid';
  /** What it is called for those who hear it. */
  called: string;
  widths: number[];
  /** What a cell keeps free of text on either side. */
  padding: number;
  size: number;
  head: string[][];
  rows: string[][][];
};

/** Points. */
export const CELL = { down: 3.5 };
const PADDING = { usual: 4, crowded: 1.5 };
/** Columns; a timetable has more, and little in each. */
const CROWDED = 16;
export const LEADING = 1.28;
const SIZES = [9, 8.5, 8, 7.5, 7];
/** Of the size: a letter in bold, wider than most. */
const LETTER = 0.62;
const BODY = 10.5;
/** Widths are shared out in whole parts of a point. */
const FINE = 20;

export function blocksOf(document: DocumentOut, type: Type, page: number): Block[] {
  const words = (text: string, tag: Words['tag'], set: Setting, before: number): Words[] =>
    text.trim()
      ? [
          {
            kind: 'words',
            tag,
            set,
            before,
            lines: wrapped(type.spelt(text), page, piece => type.widthOf(piece, set)),
          },
        ]
      : [];
  const prose = (text: string) => words(text, 'P', { size: BODY }, 5);
  const ofSection = (section: SectionOut): Block[] => [
    ...words(section.heading, 'H2', { size: 14, bold: true }, 16),
    ...section.paragraphs.flatMap(prose),
    ...section.tables.map(table =>
      gridOf(table, type, page, `Lines of ${section.heading || document.title || 'the plan'}`),
    ),
  ];
  return [
    ...words(document.title, 'H1', { size: 19, bold: true }, 0),
    ...document.introduction.flatMap(prose),
    ...document.sections.flatMap(ofSection),
  ];
}

function gridOf(table: TableOut, type: Type, page: number, called: string): Grid {
  const padding = table.headings.length > CROWDED ? PADDING.crowded : PADDING.usual;
  const room = { page: page * FINE, padding: 2 * padding * FINE };
  const most = roomForLetters(table, room) / (LETTER * FINE);
  const size = SIZES.find(one => one <= most) ?? SIZES.at(-1)!;
  const widths = columnWidths(table, { ...room, letter: size * LETTER * FINE }).map(width => width / FINE);
  const row = (texts: string[], bold: boolean) =>
    widths.map((width, index) =>
      wrapped(type.spelt(texts[index] ?? ''), width - 2 * padding, piece =>
        type.widthOf(piece, { size, bold }),
      ),
    );
  return {
    kind: 'grid',
    called,
    widths,
    padding,
    size,
    head: table.headings.length ? row(table.headings, true) : [],
    rows: table.rows.map(texts => row(texts, false)),
  };
}
