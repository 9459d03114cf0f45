import type { Paragraph } from '../../documents/document.ts';
import { folded, wordsIn } from '../text/plain.ts';
import { isOnlyDate } from './dates.ts';
import { isFurniture } from './furniture.ts';

/** "Committee: Resources" tells something about the document; "Objective 2: Stay well" titles a part of it. */
export const LABEL =
  /^(?:name|title|committee|panel|board|meeting(?: date)?|date(?: of \w+)?|minute(?: no\.?| №)?|topic|subject|author|contact|version|status|classification|report(?: of| by| to)?|to|from|cc|lead(?: officer| member)?|prepared by|produced by|agreed by|approved by|owner|ward|service|department|portfolio|response|review date|last updated?|updated)s?\b[^:]{0,20}:/;

/**
 * Of the paragraphs since the table before, the one that titles the next table: the last heading among them,
 * or, where nothing is marked as a heading, a short line right above the table, or the name of its sheet. `byMeetings`:
 * the document has a table for each of several meetings, so that a day titles one.
 */
export function sectionTitle(between: Paragraph[], byMeetings: boolean): Paragraph | undefined {
  const aside = (paragraph: Paragraph) => namesBody(paragraph) || (tellsTheDay(paragraph) && !byMeetings);
  const marked = between.findLast(
    paragraph =>
      (paragraph.level !== undefined || paragraph.bold || paragraph.role === 'caption') &&
      mayTitle(paragraph) &&
      !(paragraph.level !== 1 && aside(paragraph)),
  );
  if (marked) return marked;
  const [upper, last] = between.slice(-2);
  const nearest = last ?? upper;
  if (nearest && mayTitle(nearest) && !aside(nearest)) return nearest;
  if (
    upper &&
    upper !== nearest &&
    mayTitle(upper) &&
    !aside(upper) &&
    wordsIn(nearest?.text ?? '').length > 12
  )
    return upper;
  return between.findLast(paragraph => paragraph.role === 'sheet');
}

/** A public body's own name, as it stands under the title of its plan. */
const BODY =
  /\b(?:councils?|borough|constabulary|police|trust|authority|university|fire (?:and|&) rescue(?: service)?)$/;

const namesBody = ({ text }: Paragraph): boolean => BODY.test(folded(text)) && wordsIn(text).length <= 7;

/** "Cabinet, 12 March 2024" and "Meeting of 3 February 2025" say when the document was before whom. */
export const tellsTheDay = ({ text }: Paragraph): boolean =>
  /\b\d{1,2}(?:st|nd|rd|th)? \p{L}{3,9}\.?,? \d{4}\b/u.test(text) && wordsIn(text).length <= 9;

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
  return !/^(?:key|note|nb|source|draft|version|v\d|date|dated|author|status|page \d|agreed by|approved by|last updated|updated|www\.|https?:)\b[^a-z]*/.test(
    small,
  );
}
