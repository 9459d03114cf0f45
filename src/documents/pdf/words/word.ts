import type { Box } from '../page/marks.ts';

/** Letters that stand together, with where they are printed. */
export type Word = Box & {
  text: string;
  /** The base line it stands on. */
  y: number;
  /** Of its font, in points. */
  size: number;
  bold: boolean;
  /** A blank is printed before or after it, however narrow the gap looks. */
  blankBefore: boolean;
  blankAfter: boolean;
  /** The operators that showed its first and its last letter. */
  run: number;
  lastRun: number;
  /** In a tagged document, what its structure calls the content of its first and last letter, or that it is no part of the text. */
  content?: number;
  lastContent?: number;
  artifact?: true;
  /** In a tagged document, the level of the heading that it is a word of. */
  heading?: number;
  /** Where it stood before it was pushed aside to show a gutter. */
  printed?: { x0: number; x1: number };
  /** Set along another direction, as headings of narrow columns are; `y` and the box are then the page's all the same. */
  turned?: Turned;
};

/** Where a turned word would stand if the page were turned for reading it. */
export type Turned = { angle: 90 | 180 | 270; x0: number; x1: number; y: number };

/** Shares of the size that letters reach above and below their base line. */
const ABOVE = 0.75;
const BELOW = 0.22;

export const heightOf = (y: number, size: number): { y0: number; y1: number } => ({
  y0: y - ABOVE * size,
  y1: y + BELOW * size,
});

/** As a share of the size: less than this between two words is no blank. */
const TOUCHING = 0.12;

/** Two pieces of one word that the file shows separately. */
export const touches = (left: Word, right: Word): boolean =>
  !left.blankAfter && !right.blankBefore && right.x0 - left.x1 < TOUCHING * Math.max(left.size, right.size);

/** Shown separately, without a blank: as the cells of a table are, and sometimes the pieces of one word. */
export const isShownApart = (left: Word, right: Word): boolean =>
  left.lastRun !== right.run && !left.blankAfter && !right.blankBefore;
