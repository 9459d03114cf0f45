import type { Paragraph } from '../../documents/document.ts';
import { folded, wordsIn } from '../text/plain.ts';

const TITLE = /^(?:table of )?contents:?$|^index$|^in this (?:document|policy|strategy|plan)$/;
/** Dot leaders or a tab before a page number. */
const TO_PAGE = /(?:\.{3,}|…|\t|\s{2,})\s*\d{1,3}$/;

/** The paragraphs of a list of contents: by their style, by page numbers, or from "Contents" to where its first entry comes again. */
export function contentsOf(paragraphs: Paragraph[]): Set<Paragraph> {
  const found = new Set(
    paragraphs.filter(paragraph => paragraph.role === 'contents' || TO_PAGE.test(paragraph.text)),
  );
  const start = paragraphs.findIndex(paragraph => TITLE.test(folded(paragraph.text)));
  if (start < 0) return found;
  const title = paragraphs[start];
  if (title) found.add(title);
  const entries = new Set<string>();
  for (const paragraph of paragraphs.slice(start + 1)) {
    const entry = entryOf(paragraph);
    if (entries.has(entry) || wordsIn(paragraph.text).length > 14) break;
    if (!comesAgain(entry, paragraph, paragraphs) && entries.size === 0 && !found.has(paragraph)) break;
    entries.add(entry);
    found.add(paragraph);
  }
  return found;
}

const entryOf = (paragraph: Paragraph) =>
  folded(paragraph.text)
    .replace(/[\s.…]*\d{1,3}$/, '')
    .replace(/^(?:\d+[.)]?)+\s*/, '');

const comesAgain = (entry: string, paragraph: Paragraph, all: Paragraph[]) =>
  all.some(other => other !== paragraph && entryOf(other) === entry);
