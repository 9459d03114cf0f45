import type { Paragraph } from '../../documents/document.ts';
import { folded, wordsIn } from '../text/plain.ts';
import { clauseNumber } from './clause-number.ts';

const LONGEST = 16;

/** Whether a paragraph of prose titles what follows it. */
export function isHeading(paragraphs: Paragraph[], index: number): boolean {
  const paragraph = paragraphs[index];
  const next = paragraphs[index + 1];
  if (!paragraph) return false;
  const small = folded(paragraph.text);
  const length = wordsIn(small).length;
  if (paragraph.level !== undefined) return length <= LONGEST * 2;
  if (length === 0 || length > LONGEST || /[.;,]$/.test(small) || !next) return false;
  if (isItem(paragraph)) {
    // A lone item that is set off, with prose under it, is a heading that somebody bulleted.
    const alone = !isItem(next) && !isItem(paragraphs[index - 1]);
    return (
      alone && (paragraph.bold === true || paragraph.marker === undefined) && !clauseNumber(paragraph.text)
    );
  }
  if (/^\d+(?:\.\d+)+\s/.test(small)) return length <= 8 && paragraph.bold === true;
  if (paragraph.bold || /^\d+[.)]?\s/.test(small) || isCapitals(paragraph.text)) return true;
  return !/:$/.test(small) && (isItem(next) || wordsIn(next.text).length > length);
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
