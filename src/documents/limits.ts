import type { Cell, SourceDocument, Table } from './document.ts';
import { Unreadable } from './unreadable.ts';

/** Columns. A plan with a column for each week of a year has fewer; tables that are wider hold other things. */
export const WIDEST = 400;
/** 20,000 rows of ten. */
const MOST_CELLS = 200_000;
/** A book has some thousands. */
const MOST_PARAGRAPHS = 200_000;
/** Characters: some 3,000 pages. One long text that thousands of cells share packs to nothing and swells here. */
const MOST_CHARACTERS = 6_000_000;

export const farTooMuch = (): Unreadable =>
  new Unreadable(
    'This file holds far more than a plan does, so it was not read. Copy the rows of the plan into a file of their own and upload that.',
  );

export const tooWide = (what: 'sheet' | 'table', columns: number): Unreadable =>
  new Unreadable(
    `This file has a ${what} of ${columns} columns; up to ${WIDEST} are read. Copy the columns of the plan into a file of their own and upload that.`,
  );

/** Counts what is read while it is read. Throws `Unreadable` as soon as there is more than any plan has. */
export function counting() {
  const most = (limit: number) => {
    let sum = 0;
    return (more: number): void => {
      sum += more;
      if (sum > limit) throw farTooMuch();
    };
  };
  const cells = most(MOST_CELLS);
  const paragraphs = most(MOST_PARAGRAPHS);
  const characters = most(MOST_CHARACTERS);
  return {
    /** By how many characters they have. */
    cell: (length: number): void => {
      cells(1);
      characters(length);
    },
    paragraph: (length: number): void => {
      paragraphs(1);
      characters(length);
    },
  };
}

/**
 * The text without the rows at its end in which nothing stands, of which spreadsheets write a million; no row of it
 * ends in more blank cells than are read. Throws `Unreadable`.
 */
export function holdTextToLimits(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s,;|]/.test(text[end - 1] ?? '')) end--;
  if (end > MOST_CHARACTERS) throw farTooMuch();
  const rest = text.slice(end, end + WIDEST - 1);
  const line = rest.search(/[\r\n]/);
  return text.slice(0, end) + (line < 0 ? rest : rest.slice(0, line + 1));
}

/**
 * Holds a document to sizes that a plan stays far below, whatever file it came in: what is larger takes minutes and
 * all memory to make sense of, and would make none. Throws `Unreadable`.
 */
export function holdToLimits({ blocks, asides }: SourceDocument): void {
  const count = counting();
  const inTable = ({ rows }: Table): void => {
    for (const { cells } of rows) {
      if (cells.length > WIDEST) throw tooWide('table', cells.length);
      for (const one of cells) inCell(one);
    }
  };
  const inCell = ({ paragraphs, tables = [] }: Cell): void => {
    count.cell(paragraphs.reduce((sum, { text }) => sum + text.length, 0));
    for (const table of tables) inTable(table);
  };
  for (const { text } of asides) count.paragraph(text.length);
  for (const block of blocks) {
    if (block.kind === 'table') inTable(block);
    else count.paragraph(block.text.length);
  }
}
