import { symbol } from '../../docx/symbols.ts';

/** Letters that typesetters join, and marks that print nothing. Not all of NFKC: "½" and "²" stay as they are. */
export function cleanedLetter(text: string): string {
  return text
    .replace(/[\uFB00-\uFB06]/g, found => found.normalize('NFKD'))
    .replace(/[\uF000-\uF0FF]/g, found => symbol(found.charCodeAt(0).toString(16)) || '•')
    .replace(/\s/g, ' ')
    .replace(/[\p{Cc}\u200B-\u200F\u2060\uFEFF]/gu, '');
}
