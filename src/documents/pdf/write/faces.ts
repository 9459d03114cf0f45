import type PDFDocument from 'pdfkit';
import { printable } from '../../printable.ts';

export type Kit = InstanceType<typeof PDFDocument>;

/** The bytes of the product's face (TrueType); who calls reads them, since this room reads no files. */
export type Faces = { regular: Uint8Array; bold: Uint8Array };

/** How a text is set. `size` is in points. */
export type Setting = { bold?: boolean; size: number };

/** Signs that the face does not have, by those that say the same. */
const ALIKE: Record<string, string> = {
  '●': '•',
  '▪': '•',
  '■': '•',
  '◦': '•',
  '‣': '•',
  '✓': '√',
  '✔': '√',
  '☑': '√',
  '→': '›',
  '➔': '›',
  '←': '‹',
  '‐': '-',
  '‑': '-',
  '‒': '–',
  '―': '—',
  '′': '’',
  '″': '”',
  '⅓': '1/3',
  '⅔': '2/3',
};
/** Stands for letters and signs of which the face has none alike. */
export const UNKNOWN = '◊';

/** Measures texts in the product's face, and says them in letters that it has. */
export type Type = {
  /** Points. */
  widthOf: (text: string, set: Setting) => number;
  /** The text as it can be printed: with letters that the face has. */
  spelt: (text: string) => string;
};

/** Puts the faces into a document. */
export function typeOf(kit: Kit, faces: Faces): Type {
  kit.registerFont('regular', Buffer.from(faces.regular));
  kit.registerFont('bold', Buffer.from(faces.bold));
  const widths = { regular: new Map<string, number>(), bold: new Map<string, number>() };
  const has = knownLetters(kit);
  return {
    widthOf: (text, { bold, size }) => {
      const face = bold ? 'bold' : 'regular';
      const known = widths[face].get(text);
      const width = known ?? kit.font(face).fontSize(1000).widthOfString(text) / 1000;
      if (known === undefined) widths[face].set(text, width);
      return width * size;
    },
    spelt: text => {
      const composed = printable(text).normalize('NFC').replaceAll('\t', ' ');
      return isPlain(composed) ? composed : [...composed].map(letter => letterFor(letter, has)).join('');
    },
  };
}

const isPlain = (text: string): boolean => /^[\n -~]*$/.test(text);

function letterFor(letter: string, has: (letter: string) => boolean): string {
  if (letter === '\n' || has(letter)) return letter;
  const alike = ALIKE[letter];
  if (alike) return alike;
  if (/\p{Default_Ignorable_Code_Point}|\p{Cf}/u.test(letter)) return '';
  if (/\p{Zs}/u.test(letter)) return ' ';
  const plain = letter.normalize('NFKC');
  return plain !== letter && [...plain].every(has) ? plain : UNKNOWN;
}

/** The types of pdfkit do not tell of the font that is open inside. */
type Inside = { _font: { font: { hasGlyphForCodePoint: (code: number) => boolean } } };

function knownLetters(kit: Kit): (letter: string) => boolean {
  const known = new Map<string, boolean>();
  const { font } = (kit.font('regular') as unknown as Inside)._font;
  return letter => {
    const before = known.get(letter);
    if (before !== undefined) return before;
    const has = font.hasGlyphForCodePoint(letter.codePointAt(0)!);
    known.set(letter, has);
    return has;
  };
}
