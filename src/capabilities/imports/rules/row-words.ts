/** A row as printed, in one line: what it is known by, and told by to a person. */
export const rowWords = (printed: string[]): string =>
  printed
    .map(text => text.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join(' | ');

/** The same for comparing rows of two editions: case aside. */
export const knownBy = (printed: string[]): string => rowWords(printed).toLowerCase();
