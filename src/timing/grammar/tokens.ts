import { respelled } from './spelling.ts';

/** A word, a number or a mark of a cell, with its place in the printed text. */
export type Token = {
  /** As printed. */
  text: string;
  /** Lower case, with plain apostrophes and dashes, and slips in calendar words put right. */
  word: string;
  start: number;
  end: number;
  kind: 'word' | 'number' | 'mark';
  capital: boolean;
  /** White space, or a new line, stands before it. */
  spaced: boolean;
  newLine: boolean;
};

const PIECE = /\p{L}+(?:['’]\p{L}+)?|\d+|[^\s]/gu;
const DASH = /^[-‐‑‒–—−]$/;

const plain = (text: string): string =>
  DASH.test(text) ? '-' : respelled(text.toLowerCase().replace(/[’‘]/g, "'").normalize('NFKC'));

export function tokenise(text: string): Token[] {
  let end = 0;
  return Array.from(text.matchAll(PIECE), ({ 0: piece, index }) => {
    const gap = text.slice(end, index);
    end = index + piece.length;
    return {
      text: piece,
      word: plain(piece),
      start: index,
      end,
      kind: /^\p{L}/u.test(piece) ? 'word' : /^\d/.test(piece) ? 'number' : 'mark',
      capital: /^\p{Lu}/u.test(piece),
      spaced: gap !== '',
      newLine: /[\n\r\v\f\u2028\u2029]/.test(gap),
    };
  });
}
