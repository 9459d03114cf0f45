/** Between the needs that somebody typed. */
const BETWEEN = /\s*(?:[,;\n/]|\band\b|&)\s*/i;

/** What is needed to reach an audience, one by one: "Polish", "large print". */
export const needsOf = (languages: string, formats: string): string[] => [
  ...new Set(
    [languages, formats].flatMap(text => text.split(BETWEEN).map(need => need.trim())).filter(Boolean),
  ),
];

/** Other words for a format. */
const SAME = [
  ['bsl', 'british sign language', 'sign language', 'signed'],
  ['easy read', 'easy-read', 'easyread'],
  ['large print', 'large-print', 'larger print', 'large type'],
  ['braille'],
  ['audio', 'audio description', 'talking newspaper'],
  ['subtitles', 'captions', 'subtitled', 'captioned'],
];

/** A regular expression of PostgreSQL that finds a need in what a line says, under any of its names. */
export function needPattern(need: string): string {
  const plain = need.toLowerCase().replace(/\s+/g, ' ');
  const names = SAME.find(group => group.includes(plain)) ?? [plain];
  return `\\m(${names.map(escaped).join('|')})\\M`;
}

/** Words may be printed with any blanks between them. */
const escaped = (text: string): string =>
  text.replace(/[^\p{L}\p{N} ]/gu, sign => `\\${sign}`).replaceAll(' ', '\\s+');
