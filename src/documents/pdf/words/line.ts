import type { Box } from '../page/marks.ts';
import { touches, type Word } from './word.ts';

/** Words that stand on one base line, from left to right. */
export type Line = Box & { words: Word[]; y: number; size: number; bold: boolean };

/** As a share of the size: base lines nearer than this are one. */
const SAME = 0.28;
/** A raised or lowered mark is smaller than its line and less than this away from it. */
const RAISED = 0.62;
const SMALLER = 0.86;

/** Lines from words in any order, from top to bottom. */
export function linesOf(words: Word[]): Line[] {
  const rows: Word[][] = [];
  for (const word of [...words].sort((a, b) => a.y - b.y || a.x0 - b.x0)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && word.y - first.y <= SAME * Math.max(word.size, first.size)) row.push(word);
    else rows.push([word]);
  }
  return withMarks(rows.map(lineOf));
}

export function lineOf(words: Word[]): Line {
  const sorted = [...words].sort((a, b) => a.x0 - b.x0);
  const main = sorted.reduce((most, word) => (weight(word) > weight(most) ? word : most));
  return {
    words: sorted,
    x0: Math.min(...sorted.map(word => word.x0)),
    x1: Math.max(...sorted.map(word => word.x1)),
    y0: Math.min(...sorted.map(word => word.y0)),
    y1: Math.max(...sorted.map(word => word.y1)),
    y: main.y,
    size: main.size,
    bold:
      sorted.every(word => word.bold || !/[\p{L}\p{N}]/u.test(word.text)) && sorted.some(word => word.bold),
  };
}

const weight = (word: Word) => word.size * word.text.length;

/** Puts raised and lowered marks ("1st", footnote numbers) on the lines that they belong to. */
function withMarks(lines: Line[]): Line[] {
  const whole: Line[] = [];
  lines.forEach((line, index) => {
    const above = whole.at(-1);
    const below = lines[index + 1];
    if (above && isMark(line, above)) whole[whole.length - 1] = lineOf([...above.words, ...line.words]);
    else if (below && isMark(line, below)) lines[index + 1] = lineOf([...line.words, ...below.words]);
    else whole.push(line);
  });
  return whole;
}

const isMark = (mark: Line, line: Line) =>
  mark.size < line.size * SMALLER &&
  Math.abs(mark.y - line.y) < line.size * RAISED &&
  mark.words.every(word =>
    line.words.some(
      other => Math.abs(word.x0 - other.x1) < other.size * 0.4 && Math.abs(word.y - other.y) < other.size,
    ),
  );

/** As a share of the size: a gap this wide was set on purpose, by a tab or a column. */
const WIDE = 2;

/** The words of a line as text; `tabs` keeps wide gaps as tabs. */
export function lineText(words: Word[], tabs = false): string {
  return words.reduce((text, word, index) => {
    const before = words[index - 1];
    if (!before) return word.text;
    if (touches(before, word)) return text + word.text;
    const wide = tabs && word.x0 - before.x1 > WIDE * Math.max(word.size, before.size);
    return `${text}${wide ? '\t' : ' '}${word.text}`;
  }, '');
}
