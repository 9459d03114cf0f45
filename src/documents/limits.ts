import type { Cell, Paragraph, SourceDocument, Table } from './document.ts';
import { Unreadable } from './unreadable.ts';

/** Columns. A plan with a column for each week of a year has fewer; tables that are wider hold other things. */
export const WIDEST = 400;
/** 20,000 rows of ten. */
const MOST_CELLS = 200_000;
/** A book has some thousands. */
const MOST_PARAGRAPHS = 200_000;
/** Characters. One long text that thousands of cells share packs to nothing and swells here. */
const MOST_CHARACTERS = 30_000_000;
/** Characters of a file that is nothing but text: some 2,000 pages of it. */
const MOST_TEXT = 4_000_000;

export const farTooMuch = (): Unreadable =>
  new Unreadable(
    'This file holds far more than a plan does, so it was not read. Copy the rows of the plan into a file of their own and upload that.',
  );

export const tooWide = (what: 'sheet' | 'table', columns: number): Unreadable =>
  new Unreadable(
    `This file has a ${what} of ${columns} columns; up to ${WIDEST} are read. Copy the columns of the plan into a file of their own and upload that.`,
  );

/** Counts cells while they are read. Throws `Unreadable` as soon as there are more than any plan has. */
export function countedCells(): (text: string) => void {
  let cells = 0;
  let characters = 0;
  return text => {
    cells++;
    characters += text.length;
    if (cells > MOST_CELLS || characters > MOST_CHARACTERS) throw farTooMuch();
  };
}

/** The text without the rows at its end in which nothing stands, of which spreadsheets write a million. Throws `Unreadable`. */
export function holdTextToLimits(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s,;|]/.test(text[end - 1] ?? '')) end--;
  if (end > MOST_TEXT) throw farTooMuch();
  const line = text.slice(end).search(/[\r\n]/);
  return line < 0 ? text : text.slice(0, end + line + 1);
}

/**
 * Holds a document to sizes that a plan stays far below, whatever file it came in: what is larger takes minutes and
 * all memory to make sense of, and would make none. Throws `Unreadable`.
 */
export function holdToLimits({ blocks, asides }: SourceDocument): void {
  const cell = countedCells();
  let paragraphs = 0;
  const countParagraphs = (some: Paragraph[]) => {
    paragraphs += some.length;
    if (paragraphs > MOST_PARAGRAPHS) throw farTooMuch();
  };
  const inTable = ({ rows }: Table): void => {
    for (const { cells } of rows) {
      if (cells.length > WIDEST) throw tooWide('table', cells.length);
      for (const one of cells) inCell(one);
    }
  };
  const inCell = ({ paragraphs: told, tables = [] }: Cell): void => {
    cell(told.map(({ text }) => text).join('\n'));
    for (const table of tables) inTable(table);
  };
  countParagraphs(asides);
  countParagraphs(blocks.filter(block => block.kind === 'paragraph'));
  for (const block of blocks) if (block.kind === 'table') inTable(block);
}
