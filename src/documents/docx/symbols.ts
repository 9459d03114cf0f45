/**
 * Characters of the Wingdings and Symbol fonts that plans use as ticks, boxes and bullets, by their code
 * in the private use area (F0xx). A letter of such a font is a picture: "ü" is a tick.
 */
const PICTURES: Record<number, string> = {
  252: '✓',
  254: '☑',
  251: '✗',
  253: '☒',
  168: '☐',
  111: '☐',
  113: '☐',
  167: '•',
  183: '•',
  108: '•',
  110: '•',
  118: '•',
  216: '•',
  224: '→',
  232: '→',
};

/** A character inserted from a picture font; one that is not known says nothing and is left out. */
export function symbol(code: string): string {
  const value = Number.parseInt(code, 16);
  if (!Number.isFinite(value)) return '';
  if (value >= 0xf000 && value <= 0xf0ff) return PICTURES[value - 0xf000] ?? '';
  return value <= 0xff ? (PICTURES[value] ?? '') : String.fromCodePoint(Math.min(value, 0x10ffff));
}

/** Text whose characters were typed straight into the private use area, and soft hyphens, which print nothing. */
export const cleaned = (text: string): string =>
  text
    .replace(/[\uF000-\uF0FF]/g, found => symbol(found.charCodeAt(0).toString(16)))
    .replaceAll('\u00AD', '');
