import type { Paragraph } from '../../documents/document.ts';

const FEWEST = 3;
/** Of the paragraphs that count on, the share that must end as sentences do; headings are counted as well. */
const MOSTLY = 0.6;
const BARE = /^(\d{1,3})\s+(?=\p{Lu})/u;

/**
 * Paragraphs that count on through the whole text with nothing behind the number ("4 Colleagues must not:"), and the
 * number of each. One such figure alone may be anything, and numbered headings are no sentences.
 */
export function countedOn(paragraphs: Paragraph[]): Map<Paragraph, string> {
  const counted = new Map<Paragraph, string>();
  for (const paragraph of paragraphs) {
    const number = paragraph.marker === undefined ? BARE.exec(paragraph.text.trim())?.[1] : undefined;
    if (Number(number) === counted.size + 1) counted.set(paragraph, number ?? '');
  }
  const sentences = [...counted.keys()].filter(({ text }) => /[.;:?!]["”’)]?\s*$/.test(text)).length;
  return counted.size >= FEWEST && sentences >= counted.size * MOSTLY ? counted : new Map();
}

export const withoutCount = (text: string): string => text.replace(BARE, '');
