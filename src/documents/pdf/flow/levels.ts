import type { Composed } from '../prose/paragraphs.ts';

/** As a share of the running text's size: from here on larger words are headings. */
const LARGER = 1.13;
const LONGEST = 30;
const DEEPEST = 6;

/** Gives headings their level: the larger the words, the higher, counted over the whole document. */
export function withLevels(composed: Composed[], body: number): void {
  const headings = composed.filter(one => isHeading(one, body));
  const sizes = [...new Set(headings.map(one => sizeOf(one)))].sort((a, b) => b - a);
  for (const one of headings) one.paragraph.level = Math.min(DEEPEST, sizes.indexOf(sizeOf(one)) + 1);
}

const sizeOf = ({ lines }: Composed) => Math.round(lines[0]?.size ?? 0);

const isHeading = (one: Composed, body: number) =>
  sizeOf(one) >= body * LARGER &&
  one.paragraph.marker === undefined &&
  one.paragraph.text.split(/\s+/).length <= LONGEST;
