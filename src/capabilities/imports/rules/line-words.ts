import { FIELDS, type ReadLine } from '../../../reading/reading.ts';

/** What a line is found by: all that it says, in small letters, with one blank between words. */
export const wordsOfLine = (line: ReadLine): string =>
  found(
    [
      line.section,
      ...FIELDS.flatMap(field => [line[field] ?? '', line.taken?.[field]?.text ?? '']),
      ...Object.entries(line.other).flat(),
    ].join(' '),
  );

/** Words as they are looked for, in the same form. */
export const found = (words: string): string => words.replace(/\s+/g, ' ').trim().toLowerCase();
