/** Tags that web editors leave behind in cells. Anything else in angle brackets is somebody's text. */
const TAGS =
  /<\/?(?:p|ul|ol|li|br|hr|strong|b|em|i|u|s|span|div|a|font|table|tbody|thead|tr|td|th|h[1-6]|sup|sub|small|strike|blockquote|img|center|pre|o:p)(?:\s[^<>]*)?\/?>/gi;
const BREAKING = /^<\/?(?:p|ul|ol|li|br|hr|div|tr|h[1-6]|blockquote)\b/i;
const ENTITIES: Record<string, string> = {
  amp: '&',
  nbsp: ' ',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  pound: '£',
  ndash: '–',
  bull: '•',
};

/** Single blanks between, and neither of the signs that mark-up begins with: most texts are such, and stay as they are. */
const UNMARKED = /^(?:[!-%'-;=-~]+(?: [!-%'-;=-~]+)*)?$/;

/** Text with stray web mark-up taken out: what a person reads in the cell. Line breaks are kept. */
export function plain(text: string): string {
  if (UNMARKED.test(text)) return text;
  return text
    .replace(TAGS, tag => (BREAKING.test(tag) ? '\n' : ' '))
    .replace(/&(?:#(\d{1,6})|([a-z]+));/gi, (whole, code: string | undefined, name: string | undefined) =>
      code
        ? String.fromCodePoint(Math.min(Number(code), 0x10ffff))
        : (ENTITIES[name?.toLowerCase() ?? ''] ?? whole),
    )
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\s]*/g, '\n')
    .trim();
}

/** Text as it is compared: without case, typographic marks and runs of blanks. */
export const folded = (text: string): string => (SIMPLE.test(text) ? text.toLowerCase() : foldedWhole(text));

/** Plain letters with single blanks between: nothing but their case can differ. Most texts are such. */
const SIMPLE = /^(?:[!-_a-~]+(?: [!-_a-~]+)*)?$/;

const foldedWhole = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u201A\u201B\u2032`\u00B4]/g, "'")
    .replace(/[\u201C-\u201F\u2033]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

export const wordsIn = (text: string): string[] => folded(text).match(/[\p{L}\p{N}][\p{L}\p{N}'&-]*/gu) ?? [];

export const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
