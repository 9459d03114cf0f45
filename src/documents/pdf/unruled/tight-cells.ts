import { isMarker } from '../prose/markers.ts';
import { type Line, lineOf } from '../words/line.ts';
import { isShownApart, type Word } from '../words/word.ts';

/** As a share of the size: the gutter that cells are given which stand nearer to each other. */
const GUTTER = 0.9;
/** As a share of the size: a blank so wide was set on purpose. */
const WIDE = 0.8;
/** Points within which cells begin at one place, and by which words may run over it. */
const SAME_PLACE = 1;
/** Fewer cells that begin at one place may do so by chance. */
const FEWEST = 3;
/** As shares of the size: lines so far away, or so much larger, belong to no common table. */
const FAR = 6;
const LARGER = 0.12;
/** More words than a dense page has: looking through them would take too long. */
const MOST_WORDS = 5000;
/** The share of their width to which words are pushed together at most. */
const NARROWEST = 0.2;

/** Where cells begin in a stretch of lines, from the first line to the one behind the last. */
type Edge = { x: number; from: number; to: number };

/** Gutters before the places at which cells begin, and behind those at which they end, as numbers do. */
export const withGutters = (lines: Line[]): Line[] =>
  mirrored(guttersBefore(mirrored(guttersBefore(lines, () => true)), word => /\d/.test(word.text)));

/** Whether a word that begins a cell may show where a column begins. */
type Telling = (word: Word) => boolean;

/** The lines as a mirror shows them: what ended at one place begins there. */
const mirrored = (lines: Line[]): Line[] =>
  lines.map(line =>
    lineOf(
      line.words.map(word => ({
        ...word,
        x0: -word.x1,
        x1: -word.x0,
        blankBefore: word.blankAfter,
        blankAfter: word.blankBefore,
        run: word.lastRun,
        lastRun: word.run,
      })),
    ),
  );

/**
 * Lines whose cells nearly touch, as if a gutter stood between them. People see such columns since the cells of most
 * rows begin at one place, which no words run across; the file shows each cell by itself. The cells in front are set a
 * little tighter, in the same order and on the same lines.
 */
function guttersBefore(lines: Line[], telling: Telling): Line[] {
  if (lines.reduce((sum, line) => sum + line.words.length, 0) > MOST_WORDS) return lines;
  let parted = lines;
  for (const edge of edgesOf(lines, telling))
    parted = parted.map((line, index) =>
      index >= edge.from && index < edge.to ? withGutter(line, edge.x) : line,
    );
  return parted;
}

/** The places at which cells begin, each with the lines around in which no words run across it. */
function edgesOf(lines: Line[], telling: Telling): Edge[] {
  const edges: Edge[] = [];
  lines.forEach((line, index) => {
    for (const x of placesIn(line, telling).slice(1)) {
      const known = edges.some(
        edge => Math.abs(edge.x - x) <= SAME_PLACE && index >= edge.from && index < edge.to,
      );
      if (!known) edges.push(edgeAt(x, index, lines));
    }
  });
  return edges.filter(edge => isShared(edge, edges, lines, telling));
}

function edgeAt(x: number, index: number, lines: Line[]): Edge {
  let [from, to] = [index, index + 1];
  while (belongs(lines[from - 1], lines[from], x)) from--;
  while (belongs(lines[to], lines[to - 1], x)) to++;
  return { x, from, to };
}

const belongs = (line: Line | undefined, near: Line | undefined, x: number): boolean =>
  line !== undefined &&
  near !== undefined &&
  Math.abs(line.y - near.y) < FAR * near.size &&
  Math.abs(line.size - near.size) <= LARGER * near.size &&
  !runsAcross(line, x);

/** Words of one cell stand on both sides of the place. */
function runsAcross({ words }: Line, x: number): boolean {
  const behind = words.findIndex(word => word.x1 > x + SAME_PLACE);
  const [before, word] = [words[behind - 1], words[behind]];
  if (!word) return false;
  if (word.x0 < x - SAME_PLACE) return true;
  return before !== undefined && !beginsPiece(before, word) && word.x0 - x < WIDE * word.size;
}

const beginsPiece = (before: Word, word: Word): boolean =>
  isShownApart(before, word) || word.x0 - before.x1 > WIDE * word.size;

/** Enough cells begin there, or a few in lines whose other cells begin at common places too. */
function isShared(edge: Edge, edges: Edge[], lines: Line[], telling: Telling): boolean {
  const own = lines.slice(edge.from, edge.to).filter(line => beginsAt(line, edge.x, telling));
  if (own.length >= FEWEST) return true;
  const [first, second] = own;
  return (
    first !== undefined &&
    second !== undefined &&
    edges.length > 1 &&
    placesIn(first, telling).filter(x => beginsAt(second, x, telling)).length >= FEWEST
  );
}

/** Where the cells of a line seem to begin. The text behind a list's number is no cell, where it is all there is. */
function placesIn({ words }: Line, telling: Telling): number[] {
  const begun = words.filter((word, index) => {
    const before = words[index - 1];
    return !before || beginsPiece(before, word);
  });
  const [first, second] = words;
  const isListed = first !== undefined && begun.length === 2 && begun[1] === second && isMarker(first);
  return (isListed ? [first] : begun).filter(telling).map(word => word.x0);
}

const beginsAt = (line: Line, x: number, telling: Telling): boolean =>
  placesIn(line, telling).some(place => Math.abs(place - x) <= SAME_PLACE);

/** Pushes the cell before the place together, so far that a gutter stands behind it. */
function withGutter(line: Line, x: number): Line {
  const last = line.words.findLastIndex(word => word.x0 < x - SAME_PLACE);
  const end = line.words[last]?.x1 ?? 0;
  const room = x - GUTTER * line.size;
  if (last < 0 || end <= room) return line;
  const first = line.words.findLastIndex((word, index) => {
    const before = line.words[index - 1];
    return index <= last && (!before || beginsPiece(before, word));
  });
  const left = line.words[first]?.x0 ?? 0;
  const share = Math.max(NARROWEST, (room - left) / (end - left));
  const begin = Math.min(left, room - share * (end - left));
  const place = (at: number) => begin + (at - left) * share;
  return lineOf(
    line.words.map((word, index) =>
      index < first || index > last ? word : { ...word, x0: place(word.x0), x1: place(word.x1) },
    ),
  );
}
