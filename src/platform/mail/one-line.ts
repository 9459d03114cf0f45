/** Control characters, line and paragraph separators, and the marks that turn the direction of writing for the rest of a line. */
const NOT_IN_A_LINE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;

/** RFC 5322 allows 998 octets to a line; nobody reads a subject of more than this many characters. */
const LONGEST = 250;

/** One line of plain words: whatever would begin another header, or hide what stands in this one, becomes a space. */
export function oneLine(words: string): string {
  const line = words.replace(NOT_IN_A_LINE, ' ').replace(/ {2,}/g, ' ').trim().toWellFormed();
  return [...line].length > LONGEST ? `${[...line].slice(0, LONGEST - 1).join('')}…` : line;
}
