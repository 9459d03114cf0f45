import type { Composed } from '../prose/paragraphs.ts';

/** As a share of the running text's size: from here on larger words are headings. */
const LARGER = 1.13;
const LONGEST = 30;
const DEEPEST = 6;

/** Gives headings their level: that of their tags, or the larger the words, the higher, counted over the whole document. */
export function withLevels(composed: Composed[], body: number): void {
  for (const one of composed) {
    const level = toldLevel(one);
    if (level !== undefined) one.paragraph.level = level;
  }
  const headings = composed.filter(one => toldLevel(one) === undefined && isHeading(one, body));
  const sizes = [...new Set(headings.map(one => sizeOf(one)))].sort((a, b) => b - a);
  for (const one of headings) one.paragraph.level = Math.min(DEEPEST, sizes.indexOf(sizeOf(one)) + 1);
}

/** What the file itself says; whole paragraphs are tagged as headings too, and are none. */
function toldLevel({ lines, paragraph }: Composed): number | undefined {
  const [first, ...rest] = lines.flatMap(line => line.words.map(word => word.heading));
  const isShort = paragraph.text.split(/\s+/).length <= LONGEST;
  return isShort && rest.every(level => level === first) ? first : undefined;
}

const sizeOf = ({ lines }: Composed) => Math.round(lines[0]?.size ?? 0);

const isHeading = (one: Composed, body: number) =>
  sizeOf(one) >= body * LARGER &&
  one.paragraph.marker === undefined &&
  one.paragraph.text.split(/\s+/).length <= LONGEST;
