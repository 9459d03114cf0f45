import type { PageMarks } from './marks.ts';
import { type Matrix, matrixOf, placedIn } from './matrix.ts';
import { newTextState, type PageFont, TextPlace, type TextState } from './text-state.ts';

/** What has been set and drawn so far while a page's operators are gone through. */
export type Drawing = {
  /** How the whole page is placed, and how what is drawn now is. */
  base: Matrix;
  page: Matrix;
  text: TextState;
  /** What areas are painted with; undefined for patterns. */
  colour: string | undefined;
  saved: Pick<Drawing, 'page' | 'text' | 'colour'>[];
  place: TextPlace;
  marks: PageMarks;
  fontCalled: (name: string) => PageFont;
  /** Marked content that is open, innermost last: whether it belongs to a layer that is switched off. */
  hidden: boolean[];
  isShown: (layer: unknown) => boolean;
};

/** What one operator does: to what, with which values, being the how-manieth of the page. */
export type Operation = (drawing: Drawing, values: unknown[], at: number) => void;

const MOST_SAVED = 5000;

export function newDrawing(
  base: Matrix,
  size: { width: number; height: number },
  by: Pick<Drawing, 'fontCalled' | 'isShown'>,
): Drawing {
  return {
    ...by,
    base,
    page: base,
    text: newTextState(),
    colour: '#000000',
    saved: [],
    place: new TextPlace(),
    marks: { ...size, letters: [], rulings: [], fills: [] },
    hidden: [],
  };
}

export function save(drawing: Drawing): void {
  if (drawing.saved.length < MOST_SAVED)
    drawing.saved.push({ page: drawing.page, text: { ...drawing.text }, colour: drawing.colour });
}

export function restore(drawing: Drawing): void {
  const saved = drawing.saved.pop();
  if (!saved) return;
  drawing.page = saved.page;
  drawing.text = saved.text;
  drawing.colour = saved.colour;
}

export function transform(drawing: Drawing, values: unknown): void {
  const matrix = matrixOf(values);
  if (matrix) drawing.page = placedIn(drawing.page, matrix);
}

export const isHidden = (drawing: Drawing): boolean => drawing.hidden.includes(true);

/** A number as a file gives it, which may be anything. */
export const number = (value: unknown, otherwise = 0): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
