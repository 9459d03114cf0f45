import { combine } from './drafts/combine.ts';
import type { Piece } from './drafts/draft.ts';
import { scan } from './drafts/scan.ts';
import { toSchedule } from './drafts/settle.ts';
import { notATime } from './events/silent.ts';
import { parts } from './events/tail.ts';
import { type Token, tokenise } from './grammar/tokens.ts';
import type { Schedule, TimingFacts } from './schedule.ts';

/**
 * Every timing that a cell for times holds, in printed order. Empty cells, pointers ("as above") and bare states
 * ("Complete") hold none; words that say nothing of time give one undetermined timing with a doubt.
 */
export function readTimings(cell: string, facts: TimingFacts): Schedule[] {
  if (notATime(cell)) return [];
  const tokens = tokenise(cell);
  const pieces = combine(tokens, scan(tokens));
  if (!pieces.length) {
    return [{ phrase: cell.trim(), kind: 'undetermined', doubt: 'when is this meant to happen?' }];
  }
  return pieces.map((piece, index) => toSchedule(piece, phraseOf(cell, tokens, pieces, index), facts));
}

const MARKS = ',;/|&+•·▪●-–—:';
const BEFORE = new Set(`${MARKS}.)`);
const AFTER = new Set(`${MARKS}(`);
const JOINT = /^(?:and|then|or|&)$/i;
const blank = (letter: string | undefined) => letter !== undefined && /\s/.test(letter);

/** Without the marks that part one timing from the next. Letter by letter, since a cell may hold thousands of them. */
function bare(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && (BEFORE.has(text[from] ?? '') || blank(text[from]))) from++;
  while (to > from && (AFTER.has(text[to - 1] ?? '') || blank(text[to - 1]))) to--;
  return text.slice(from, to);
}

function withoutJoints(text: string): string {
  const words = text.split(' ');
  const [first = ''] = words;
  const last = words.at(-1) ?? '';
  const from = words.length > 1 && JOINT.test(first) ? first.length : 0;
  const to = words.length > 1 && JOINT.test(last) ? text.length - last.length : text.length;
  return text.slice(from, to);
}

const breaks = (tokens: readonly Token[], at: number) =>
  parts(tokens, at) || tokens[at]?.word === ',' || (tokens[at]?.word === '/' && tokens[at].spaced);

/** "2." or "b)" at the head of the next of several. */
const numbers = (tokens: readonly Token[], at: number): boolean =>
  /^(?:\d{1,2}|[a-h]|i{1,3}|iv|v)$/.test(tokens[at]?.word ?? '') &&
  /^[.)]$/.test(tokens[at + 1]?.word ?? '') &&
  tokens[at + 1]?.spaced === false;

/** The words between two timings belong to the first as far as a break, and after it to the second. */
function border(tokens: readonly Token[], first: Piece | undefined, second: Piece | undefined): number {
  if (!first) return 0;
  if (!second) return tokens.length;
  for (let at = first.end; at < second.start; at++) if (breaks(tokens, at) || numbers(tokens, at)) return at;
  return second.start;
}

/** A timing's own words and those that belong to it ("Monthly traders' meetings"). */
function phraseOf(cell: string, tokens: readonly Token[], pieces: Piece[], index: number): string {
  const first = border(tokens, pieces[index - 1], pieces[index]);
  const next = border(tokens, pieces[index], pieces[index + 1]);
  const text = cell.slice(tokens[first]?.start, tokens[next - 1]?.end);
  return balanced(bare(withoutJoints(bare(text)))) || cell.trim();
}

/** Without a bracket that opens or closes outside the phrase. */
function balanced(text: string): string {
  const open = text.split('(').length - text.split(')').length;
  if (open < 0 && text.endsWith(')')) return text.slice(0, -1).trimEnd();
  if (open > 0 && text.startsWith('(')) return text.slice(1).trimStart();
  return text;
}

export { findTimings } from './find.ts';
