import { folded } from '../text/plain.ts';
import { labelOf, MONTHS } from './labels.ts';

const NAMED = new RegExp(String.raw`(?<!\d(?:st|nd|rd|th)? )\b(${MONTHS.join('|')}) (20\d\d)\b`, 'gi');
/** The day on which something was written, and not the month that it is about. */
const WRITTEN = /\b(?:updated?|version|agreed|approved|published|issued|revised|adopted|as at|draft)\b/;

/** The one month that a title over a table names ("Social media calendar, March 2025"), to which its days belong. */
export function monthIn(title: string): string | undefined {
  if (labelOf(title)?.month) return title;
  const named = [...new Set(title.match(NAMED) ?? [])];
  return named.length === 1 && !WRITTEN.test(folded(title)) ? named[0] : undefined;
}
