import type { TableOut } from './document-out.ts';

/** How wide things are on the page, all in one unit. */
export type Widths = {
  page: number;
  /** A letter of the table's text, in bold as headings are; wider than most. */
  letter: number;
  /** What a cell keeps free of text, left and right together. */
  padding: number;
};

/** What has more letters is no word of the language but an address, and may be broken anywhere. */
const LONGEST_WORD = 20;

/**
 * How wide each column of a table is, the whole as wide as the page. First each gets what its longest word needs, so
 * that none is broken in two; what is left is shared as asked for, or by how much each has to say.
 */
export function columnWidths(table: TableOut, { page, letter, padding }: Widths): number[] {
  const columns = columnsOf(table);
  const least = fitting(
    columns.map(column => column.longest * letter + padding),
    page,
  );
  const shares = columns.map((column, index) => Math.max(0.1, table.widths?.[index] ?? column.weight));
  const left = page - sum(least);
  return least.map((width, index) => Math.floor(width + (left * shares[index]!) / sum(shares)));
}

/** How wide a letter may be so that no word is broken where each column has no more than its words need. */
export function roomForLetters(table: TableOut, { page, padding }: Omit<Widths, 'letter'>): number {
  const columns = columnsOf(table);
  return (page - padding * columns.length) / sum(columns.map(column => column.longest));
}

/** `longest`: letters of its longest word. `weight`: how much it has to say. */
type Column = { longest: number; weight: number };

function columnsOf({ headings, rows }: TableOut): Column[] {
  const count = rows.reduce((most, row) => Math.max(most, row.length), Math.max(1, headings.length));
  const all = [headings, ...rows];
  return Array.from({ length: count }, (_, column) => {
    const texts = all.map(row => row[column] ?? '');
    return { longest: longestWord(texts) + WIDER, weight: weight(texts) };
  });
}

/** Where even the words alone are wider than the page, all give way alike. */
function fitting(wanted: number[], page: number): number[] {
  const scale = Math.min(1, page / sum(wanted));
  return wanted.map(width => width * scale);
}

/** Of a letter: short words may be all of wide ones ("May"), long ones never are. */
const WIDER = 0.5;

/** A line is broken at blanks and after hyphens. */
const WORD = /[^\s\-–—]+[-–—]?|[-–—]/g;

function longestWord(texts: string[]): number {
  let most = 1;
  for (const text of texts) {
    if (text.length <= most) continue;
    for (const [{ length }] of text.matchAll(WORD))
      if (length > most && length <= LONGEST_WORD) most = length;
  }
  return most;
}

/** A column with four times the words needs twice the width: it grows downwards too. */
const weight = (texts: string[]): number => Math.sqrt(sum(texts.map(text => text.length)) / texts.length);

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);
