import type { PageMarks } from './marks.ts';
import { type Matrix, matrixOf, placedIn } from './matrix.ts';
import { newTextState, type PageFont, TextPlace, type TextState } from './text-state.ts';

/** A part of a page that has a name (ISO 32000-1, 14.6). */
export type MarkedContent = {
  /** It belongs to a layer that is switched off. */
  hidden: boolean;
  /** The number by which the structure of a tagged document calls it. */
  content?: number;
  /** No part of the text: a running header, a page number, a border. */
  artifact?: true;
};

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
  /** Marked content that is open, innermost last. */
  open: MarkedContent[];
  /** How many drawings placed on the page are open: content is numbered anew in each. */
  placed: number;
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
    open: [],
    placed: 0,
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

export const isHidden = (drawing: Drawing): boolean => drawing.open.some(({ hidden }) => hidden);

/** What the letters that are shown now belong to. */
export const belongsTo = ({ open }: Drawing): Pick<MarkedContent, 'content' | 'artifact'> => {
  const artifact = open.some(one => one.artifact);
  const content = open.findLast(one => one.content !== undefined)?.content;
  return { ...(content === undefined ? {} : { content }), ...(artifact ? { artifact } : {}) };
};

/** A number as a file gives it, which may be anything. */
export const number = (value: unknown, otherwise = 0): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
