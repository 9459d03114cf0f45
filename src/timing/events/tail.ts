import type { Recogniser } from '../grammar/grammar.ts';
import type { Token } from '../grammar/tokens.ts';
import { recurrence } from '../recurring/recurring.ts';

const HARD = new Set([';', '|', '•', '▪', '●', '·', '']);

/** A new timing may begin here, whatever went before: a new line, a bullet, a full stop. */
export function parts(tokens: readonly Token[], at: number): boolean {
  const here = tokens[at];
  if (!here) return true;
  if (here.newLine || HARD.has(here.text)) return true;
  return here.word === '.' && (tokens[at + 1]?.spaced ?? true);
}

const ENDS = new Set([',', '(', ')', '+']);
const WITHIN_NAME = new Set('the a an of each every any our next first to in for and'.split(' '));
const OPENS = /^(As|When|Ongoing|Continuous|TBC|Periodic|Within|By|Once|On|After|Before)$/;

/** A capital where a sentence would have none starts the next of several timings in one cell. */
function begins(tokens: readonly Token[], at: number): boolean {
  const here = tokens[at];
  const before = tokens[at - 1];
  if (!here?.capital || !before || before.capital || WITHIN_NAME.has(before.word)) return false;
  return OPENS.test(here.text) || recurrence(tokens, at) !== undefined;
}

/** "on appointment and annually": the second of two times, where nothing follows that it could belong to. */
function anotherTime(tokens: readonly Token[], at: number): boolean {
  if (!/^(and|then|&)$/.test(tokens[at]?.word ?? '')) return false;
  const found = recurrence(tokens, at + 1);
  const next = found && tokens[found.end];
  return (
    found !== undefined && (next === undefined || next.word === 'thereafter' || parts(tokens, found.end))
  );
}

const slash = (tokens: readonly Token[], at: number) => tokens[at]?.word === '/' && tokens[at].spaced;

/** More words than this name no event. */
const LONGEST = 40;

/** The words that name a trigger: up to the end of its part of the cell. */
export const tail: Recogniser<string> = (tokens, at) => {
  const first = tokens[at];
  if (!first || first.kind === 'mark' || /^(and|or)$/.test(first.word)) return undefined;
  let end = at + 1;
  const most = at + LONGEST;
  while (
    end < most &&
    !parts(tokens, end) &&
    !ENDS.has(tokens[end]?.word ?? '') &&
    !slash(tokens, end) &&
    !begins(tokens, end) &&
    !anotherTime(tokens, end)
  )
    end++;
  return { value: words(tokens, at, end), end };
};

/** As printed, with single spaces. */
export const words = (tokens: readonly Token[], at: number, end: number): string =>
  tokens
    .slice(at, end)
    .map((t, i) => (t.spaced && i > 0 ? ` ${t.text}` : t.text))
    .join('');
