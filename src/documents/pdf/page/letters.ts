import { cleanedLetter } from './cleaned-letter.ts';
import type { Letter } from './marks.ts';
import type { Matrix } from './matrix.ts';
import type { TextPlace, TextState } from './text-state.ts';

type Belonging = Pick<Letter, 'run' | 'content' | 'artifact'>;

/** What the library gives of a shown letter; widths are in the font's own space. */
type Glyph = { unicode: string; width: number; isSpace: boolean };

const isGlyph = (value: unknown): value is Glyph =>
  typeof value === 'object' && value !== null && 'unicode' in value && 'width' in value;

/** More letters than any page has: a file that shows as many is not a document. */
export const MOST_LETTERS = 200_000;

/**
 * Places the letters of one showing operator (ISO 32000-1, 9.4.4). Numbers between letters move the next one,
 * in thousandths of the size.
 */
export function showText(
  shown: unknown,
  state: TextState,
  place: TextPlace,
  page: Matrix,
  belongs: Belonging,
  letters: Letter[],
): void {
  if (!Array.isArray(shown)) return;
  for (const one of shown) {
    if (typeof one === 'number') place.advance((-one / 1000) * state.size * state.stretch);
    else if (isGlyph(one)) {
      const spacing = state.letterSpacing + (one.isSpace ? state.wordSpacing : 0);
      const width = one.width * state.font.scale * state.size;
      const from = place.on(page, state.rise);
      place.advance(width * state.stretch);
      const to = place.on(page, state.rise);
      place.advance(spacing * state.stretch);
      if (letters.length < MOST_LETTERS) add(letters, one, from, to, state, belongs);
    }
  }
}

function add(
  letters: Letter[],
  glyph: Glyph,
  from: Matrix,
  to: Matrix,
  state: TextState,
  belongs: Belonging,
): void {
  const text = cleanedLetter(glyph.unicode);
  const size = Math.hypot(from[2], from[3]) * Math.abs(state.size);
  const ends = [from[4], from[5], to[4], to[5], size];
  if (!text || size === 0 || !ends.every(Number.isFinite)) return;
  letters.push({
    text,
    x: from[4],
    y: from[5],
    endX: to[4],
    endY: to[5],
    size,
    bold: state.font.bold || state.mode === 2,
    ...belongs,
  });
}
