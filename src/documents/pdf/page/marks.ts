/**
 * What is printed on one page. Points (1/72 inch) from the upper left corner of the page as it is held to be read;
 * y grows downwards.
 */
export type PageMarks = {
  width: number;
  height: number;
  letters: Letter[];
  rulings: Ruling[];
  /** In the order in which they are painted. */
  fills: Fill[];
};

/** An area painted with one colour ("#00b050"), or with a pattern. */
export type Fill = Box & { colour?: string };

export type Box = { x0: number; y0: number; x1: number; y1: number };

export type Letter = {
  text: string;
  /** Where its base line begins and where the next letter would stand. */
  x: number;
  y: number;
  endX: number;
  endY: number;
  /** Of the font, in points as printed. */
  size: number;
  bold: boolean;
  /** Letters with the same number were shown by one operator. */
  run: number;
  /** In a tagged document, the number by which its structure calls the content that the letter is in. */
  content?: number;
  /** No part of the text, as a running header is: the file itself says so. */
  artifact?: true;
};

/** A straight line along the page: across at height `at` from left to right, or down at `at` from top to bottom. */
export type Ruling = { across: boolean; at: number; from: number; to: number };
