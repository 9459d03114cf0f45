import type { Paragraph } from '../../documents/document.ts';

type Seen = {
  paragraph: Paragraph;
  /** The number that the word processor prints. */
  marked: string | null;
  /** The number that stands at the head of the text. */
  own: string | undefined;
  /** It is one of several that are set as headings and number on. */
  listed: boolean;
};

/** Why a paragraph is a clause of its own, for a person. */
export function whyClause({ paragraph, marked, own, listed }: Seen): string {
  const number = marked ?? own;
  const level = levelOf(number, paragraph.depth);
  if (number && listed)
    return `it is number ${number} of a list whose items number on, with nothing under them`;
  if (marked) return `it is an item that the document numbers by itself, as ${marked}${level}`;
  if (own) return `it begins with its number, ${own}${level}`;
  if (paragraph.marker !== undefined) return `it is an item of a list${level}`;
  if (paragraph.indented) return 'it is set in from the margin, as the items of a list are';
  return 'it is a paragraph of its own';
}

/** "1.2.3" is three levels deep whatever the file says; a letter or a bullet is as deep as its list. */
function levelOf(number: string | undefined, depth: number | undefined): string {
  const level = number?.includes('.') ? number.split('.').filter(Boolean).length : (depth ?? 0) + 1;
  return level > 1 ? `, at level ${level}` : '';
}
