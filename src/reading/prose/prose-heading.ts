import type { Paragraph } from '../../documents/document.ts';
import { folded, wordsIn } from '../text/plain.ts';
import { clauseNumber } from './clause-number.ts';

const LONGEST = 16;

/** By which rule a paragraph of prose titles what follows it, in words for a person; undefined where it is none. */
export function whyHeading(paragraphs: Paragraph[], index: number): string | undefined {
  const paragraph = paragraphs[index];
  const next = paragraphs[index + 1];
  if (!paragraph) return undefined;
  const small = folded(paragraph.text);
  const length = wordsIn(small).length;
  if (paragraph.level !== undefined)
    return length <= LONGEST * 2 ? `it is set as a heading of level ${paragraph.level}` : undefined;
  if (length === 0 || length > LONGEST || /[.;,]$/.test(small) || !next) return undefined;
  if (isItem(paragraph)) return isLoneItem(paragraphs, index) ? ALONE : undefined;
  if (/^\d+(?:\.\d+)+\s/.test(small))
    return length <= 8 && paragraph.bold === true ? 'it is bold, short and numbered' : undefined;
  if (paragraph.bold) return 'it is bold and short';
  if (/^\d+[.)]?\s/.test(small)) return 'it is short and begins with a number';
  if (isCapitals(paragraph.text)) return 'it is set in capitals';
  if (/:$/.test(small)) return undefined;
  if (isItem(next)) return 'it is short, ends without a full stop, and a list follows';
  return wordsIn(next.text).length > length
    ? 'it is short, ends without a full stop, and longer text follows'
    : undefined;
}

const ALONE = 'it is a single item, set off, with prose under it';

/** A lone item that is set off, with prose under it, is a heading that somebody bulleted. */
function isLoneItem(paragraphs: Paragraph[], index: number): boolean {
  const paragraph = paragraphs[index];
  if (!paragraph || isItem(paragraphs[index + 1]) || isItem(paragraphs[index - 1])) return false;
  return (paragraph.bold === true || paragraph.marker === undefined) && !clauseNumber(paragraph.text);
}

const isItem = (paragraph: Paragraph | undefined) =>
  paragraph?.marker !== undefined || paragraph?.indented === true;
const isCapitals = (text: string) => /\p{Lu}{3}/u.test(text) && text === text.toUpperCase();

/**
 * Paragraphs set as headings that are really a numbered list: three or more in a row, numbered on,
 * with nothing under them. Converted documents mark lists so.
 */
export function listItems(paragraphs: Paragraph[]): Set<Paragraph> {
  const items = new Set<Paragraph>();
  let run: Paragraph[] = [];
  const close = () => {
    if (run.length >= 3) for (const paragraph of run) items.add(paragraph);
    run = [];
  };
  for (const paragraph of paragraphs) {
    const number = numberOf(paragraph);
    const before = run.at(-1);
    if (number === undefined || (before && number !== (numberOf(before) ?? 0) + 1)) close();
    if (number !== undefined) run.push(paragraph);
  }
  close();
  return items;
}

function numberOf(paragraph: Paragraph): number | undefined {
  const printed = paragraph.marker ?? clauseNumber(paragraph.text)?.number ?? '';
  const plainNumber = /^(\d{1,3})[.)]?$/.exec(printed)?.[1];
  return plainNumber === undefined ? undefined : Number(plainNumber);
}
