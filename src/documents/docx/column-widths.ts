import type { TableOut } from '../document-out.ts';

/** Twentieths of a point: a letter of Arial at the size of a table's text, in bold as headings are; wider than most. */
const LETTER = 118;
/** What has more letters is no word of the language but an address, and may be broken anywhere. */
const LONGEST_WORD = 20;

/**
 * How wide each column of a table is, in twentieths of a point, the whole as wide as the page. First each gets what its
 * longest word needs, so that none is broken in two; what is left is shared as asked for, or by how much each has to say.
 * @param padding what a cell keeps free of text, left and right together
 */
export function columnWidths(
  { headings, rows, widths }: TableOut,
  pageWidth: number,
  padding: number,
): number[] {
  const count = Math.max(1, headings.length, ...rows.map(row => row.length));
  const texts = Array.from({ length: count }, (_, column) =>
    [headings, ...rows].map(row => row[column] ?? ''),
  );
  const least = fitting(
    texts.map(column => longestWord(column) * LETTER + padding),
    pageWidth,
  );
  const shares = texts.map((column, index) => Math.max(0.1, widths?.[index] ?? weight(column)));
  const left = pageWidth - sum(least);
  return least.map((width, index) => Math.floor(width + (left * shares[index]!) / sum(shares)));
}

/** Where even the words alone are wider than the page, all give way alike. */
function fitting(wanted: number[], pageWidth: number): number[] {
  const scale = Math.min(1, pageWidth / sum(wanted));
  return wanted.map(width => width * scale);
}

/** Word breaks a line at blanks and after hyphens. */
const longestWord = (texts: string[]): number =>
  texts
    .flatMap(text => text.split(/\s+|(?<=[-–—])/))
    .reduce((most, { length }) => (length > LONGEST_WORD ? most : Math.max(most, length)), 1);

/** A column with four times the words needs twice the width: it grows downwards too. */
const weight = (texts: string[]): number => Math.sqrt(sum(texts.map(text => text.length)) / texts.length);

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);
