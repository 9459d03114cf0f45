import { escaped } from './markup.ts';

/** The text as safe markup with every occurrence of the phrases in <mark>, longest first; case as printed does not matter. */
export function highlight(text: string, phrases: string[] = []): string {
  const wanted = phrases.filter(Boolean).sort((a, b) => b.length - a.length);
  if (wanted.length === 0) return escaped(text);
  const found = new RegExp(`(${wanted.map(RegExp.escape).join('|')})`, 'gi');
  // Splitting by a captured group leaves the matches at the odd places.
  return text
    .split(found)
    .map((part, place) => (place % 2 ? `<mark>${escaped(part)}</mark>` : escaped(part)))
    .join('');
}
