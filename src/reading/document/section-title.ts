import type { Paragraph } from '../../documents/document.ts';
import { folded, wordsIn } from '../text/plain.ts';
import { isOnlyDate } from './dates.ts';
import { isFurniture } from './furniture.ts';

/** "Committee: Resources" tells something about the document; "Objective 2: Stay well" titles a part of it. */
export const LABEL =
  /^(?:name|title|committee|panel|board|meeting(?: date)?|date(?: of \w+)?|minute(?: no\.?| №)?|topic|subject|author|contact|version|status|classification|report(?: of| by| to)?|to|from|cc|lead(?: officer| member)?|prepared by|produced by|agreed by|approved by|owner|ward|service|department|portfolio|response|review date|last updated?|updated)[^:]{0,20}:/;

/**
 * Of the paragraphs since the table before, the one that titles the next table: the last heading among them,
 * or, where nothing is marked as a heading, a short line right above the table, or the name of its sheet.
 */
export function sectionTitle(between: Paragraph[]): Paragraph | undefined {
  const marked = between.findLast(
    paragraph =>
      (paragraph.level !== undefined || paragraph.bold || paragraph.role === 'caption') &&
      mayTitle(paragraph),
  );
  if (marked) return marked;
  const [upper, last] = between.slice(-2);
  const nearest = last ?? upper;
  if (nearest && mayTitle(nearest)) return nearest;
  if (upper && upper !== nearest && mayTitle(upper) && wordsIn(nearest?.text ?? '').length > 12) return upper;
  return between.findLast(paragraph => paragraph.role === 'sheet');
}

function mayTitle(paragraph: Paragraph): boolean {
  const small = folded(paragraph.text);
  if (wordsIn(small).length === 0 || wordsIn(small).length > 18 || small.length > 140) return false;
  if (
    paragraph.role === 'title' ||
    paragraph.role === 'contents' ||
    isOnlyDate(small) ||
    paragraph.marker === '•'
  )
    return false;
  if (/[;,]$/.test(small) || (/\.$/.test(small) && wordsIn(small).length > 8)) return false;
  if (isFurniture(small) || LABEL.test(small)) return false;
  return !/^(?:key|note|nb|source|version|date|author|status|page \d|agreed by|approved by|www\.|https?:)\b[^a-z]*/.test(
    small,
  );
}
