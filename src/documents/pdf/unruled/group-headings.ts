import { type Line, lineOf } from '../words/line.ts';
import { isShownApart, type Word } from '../words/word.ts';
import type { Gap } from './gaps.ts';

/** Headings over several columns are short, and stand this near above those of the columns, as a share of the size. */
const LONGEST = 8;
const RIGHT_ABOVE = 2.4;
/** As shares of the size: what parts cells, and what parts them under a heading that stands over both. */
const WIDE = 0.8;
const NARROWEST = 0.3;
/** So many lines from the headings of the columns on show that the columns go on. */
const FEWEST = 3;
/** Cells in the middle of their rows stand on several lines each; so many are looked through for those. */
const LOOKED_AT = 10;

/**
 * Lines whose headings over several columns stand over the first of these alone, so that they hide no gutter: where a
 * few words stand over two headings beside each other, and over the gap that goes on between these, further down.
 */
export function withGroupHeadingsAside(lines: Line[]): Line[] {
  return lines.map((line, index) => {
    const below = lines.slice(index + 1, index + 1 + LOOKED_AT);
    return piecesOf(line).reduce((left, piece) => {
      const near = piece[0]?.bold ? below : below.slice(0, 2 + FEWEST);
      const gap = hasCellBefore(piece, [line, ...below.slice(0, 2)]) ? gapUnder(piece, near) : undefined;
      return gap ? pushedBack(left, piece, gap.from) : left;
    }, line);
  });
}

/** The words of a line that nothing wide parts. */
function piecesOf({ words }: Line): Word[][] {
  const pieces: Word[][] = [];
  words.forEach((word, index) => {
    const before = words[index - 1];
    const begins = !before || isShownApart(before, word) || word.x0 - before.x1 > WIDE * word.size;
    if (begins) pieces.push([word]);
    else pieces.at(-1)?.push(word);
  });
  return pieces;
}

/** Another heading to the left, without which the words are a title. */
const hasCellBefore = ([first]: Word[], lines: Line[]): boolean =>
  first !== undefined &&
  lines.some(line => Math.abs(line.y - first.y) < 1.5 * first.size && line.x0 < first.x0 - 3 * first.size);

/** The gap under a heading that the next lines keep free, between the words of two columns. */
function gapUnder(piece: Word[], below: Line[]): Gap | undefined {
  const [first, last] = [piece[0], piece.at(-1)];
  if (!first || !last || piece.length > LONGEST) return undefined;
  const widths = below.slice(0, 2).map(line => {
    const near = line.y - first.y < RIGHT_ABOVE * first.size;
    return near ? Math.min(...gapsUnder(first.x0, last.x1, line).map(({ from, to }) => to - from)) : Infinity;
  });
  // Headings that stand half way between the two rows leave a wider gap than those of the lower row.
  const narrowest = Math.min(...widths);
  const at = narrowest < Infinity ? widths.indexOf(narrowest) : -1;
  const rows = below.slice(Math.max(0, at));
  const [heading] = rows;
  if (at < 0 || !heading || rows.length < FEWEST || heading.bold !== first.bold) return undefined;
  return gapsUnder(first.x0, last.x1, heading).find(gap => {
    const parted = rows.filter(line => line.x0 < gap.from && line.x1 > gap.to);
    const last = parted[FEWEST - 1];
    return last !== undefined && rows.slice(0, rows.indexOf(last) + 1).every(line => narrowed(gap, line));
  });
}

/** Points by which a heading may stand off the middle of the two below it. */
const CENTRED = 1.5;

const gapsUnder = (x0: number, x1: number, line: Line): Gap[] => [
  ...gapsOver(x0, x1, line),
  ...(line.bold ? gapsAround(x0, x1, line) : []),
];

/** The gap in which a heading stands half way between two others; bold, since words of rows stand so by chance. */
function gapsAround(x0: number, x1: number, line: Line): Gap[] {
  const pieces = piecesOf(line).map(words => ({ x0: words[0]?.x0 ?? 0, x1: words.at(-1)?.x1 ?? 0 }));
  return pieces.slice(1).flatMap((right, index) => {
    const left = pieces[index];
    if (!left || left.x1 > x0 || right.x0 < x1) return [];
    const off = (left.x0 + left.x1 + right.x0 + right.x1) / 4 - (x0 + x1) / 2;
    return Math.abs(off) < CENTRED ? [{ from: left.x1, to: right.x0 }] : [];
  });
}

const gapsOver = (x0: number, x1: number, { words, size }: Line): Gap[] =>
  words.slice(1).flatMap((word, index) => {
    const before = words[index];
    if (!before || before.x1 <= x0 || word.x0 >= x1) return [];
    return word.x0 - before.x1 > WIDE * size || isShownApart(before, word)
      ? [{ from: before.x1, to: word.x0 }]
      : [];
  });

/** Makes the gap as narrow as the words of a line leave it; false where they leave none. */
function narrowed(gap: Gap, { words, size }: Line): boolean {
  const middle = (gap.from + gap.to) / 2;
  for (const word of words) {
    if (word.x0 < middle) gap.from = Math.max(gap.from, Math.min(word.x1, gap.to));
    else gap.to = Math.min(gap.to, word.x0);
  }
  return gap.to - gap.from > NARROWEST * size;
}

/** The words of a piece pushed together before a place; they keep where they were printed. */
function pushedBack(line: Line, piece: Word[], to: number): Line {
  const [left, right] = [piece[0]?.x0 ?? 0, piece.at(-1)?.x1 ?? 0];
  const share = (to - left) / (right - left);
  if (share >= 1) return line;
  const place = (x: number) => (share > 0 ? left + (x - left) * share : x - (right - to));
  return lineOf(
    line.words.map(word =>
      piece.includes(word)
        ? { ...word, x0: place(word.x0), x1: place(word.x1), printed: { x0: word.x0, x1: word.x1 } }
        : word,
    ),
  );
}
