import { type Matrix, movedBy, placedIn, UNMOVED } from './matrix.ts';

/** Of a font, what placing letters needs. */
export type PageFont = { bold: boolean; scale: number };

/** The text part of a PDF's graphics state (ISO 32000-1, 9.3); what follows says how a letter is placed. */
export type TextState = {
  font: PageFont;
  size: number;
  letterSpacing: number;
  wordSpacing: number;
  stretch: number;
  leading: number;
  rise: number;
  /** 3 and 7 paint nothing: words under a scanned page. 2 outlines as well, which is how boldness is often made. */
  mode: number;
};

export const newTextState = (): TextState => ({
  font: { bold: false, scale: 0.001 },
  size: 0,
  letterSpacing: 0,
  wordSpacing: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
  mode: 0,
});

/** Where the next letter goes: the line's beginning, and what was shown since. */
export class TextPlace {
  #line: Matrix = UNMOVED;
  #along = 0;

  begin(matrix: Matrix = UNMOVED): void {
    this.#line = matrix;
    this.#along = 0;
  }

  move(x: number, y: number): void {
    this.begin(movedBy(this.#line, x, y));
  }

  advance(by: number): void {
    this.#along += by;
  }

  /** The place on the page of the point where the next letter begins. */
  on(page: Matrix, rise: number): Matrix {
    return placedIn(page, movedBy(this.#line, this.#along, rise));
  }
}
