import { folded, wordsIn } from '../text/plain.ts';

const PAGE =
  /^(?:page )?\d{1,3}(?: ?(?:of|\/) ?\d{1,3})?$|\bpage \d{1,3}(?: of \d{1,3})?\b|^-\s?\d{1,3}\s?-$/;
const MARKING =
  /^(?:official(?:[ -–:]+sensitive)?(?: ?[-–:] ?\w+)?|not protectively marked|unclassified|restricted|protect|confidential|internal use only)$/;

/** What pages carry and nobody wrote for that place: page numbers, footers, addresses, protective markings. */
export function isFurniture(text: string): boolean {
  const small = folded(text);
  if (wordsIn(small).length > 14) return false;
  return PAGE.test(small) || MARKING.test(small) || /^(?:https?:\/\/|www\.)\S+$/.test(small);
}
