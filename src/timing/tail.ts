import type { Recogniser } from './grammar.ts';
import { recurrence } from './recurring.ts';
import type { Token } from './tokens.ts';

const HARD = new Set([';', '|', '•', '▪', '●', '·', '']);

/** A new timing may begin here, whatever went before: a new line, a bullet, a full stop. */
export function parts(tokens: readonly Token[], at: number): boolean {
  const here = tokens[at];
  if (!here) return true;
  if (here.newLine || HARD.has(here.text)) return true;
  return here.word === '.' && (tokens[at + 1]?.spaced ?? true);
}

const ENDS = new Set([',', '(', ')', '+']);
const WITHIN_NAME = new Set([
  'the',
  'a',
  'an',
  'of',
  'each',
  'every',
  'any',
  'our',
  'next',
  'first',
  'to',
  'in',
  'for',
  'and',
]);

/** A capital where a sentence would have none starts the next of several timings in one cell. */
function begins(tokens: readonly Token[], at: number): boolean {
  const here = tokens[at];
  const before = tokens[at - 1];
  if (!here?.capital || !before || before.capital || WITHIN_NAME.has(before.word)) return false;
  return (
    recurrence(tokens, at) !== undefined ||
    /^(As|When|Ongoing|Continuous|TBC|Periodic|Within|By)$/.test(here.text)
  );
}

/** The words that name a trigger: up to the end of its part of the cell. */
export const tail: Recogniser<string> = (tokens, at) => {
  let end = at;
  while (!parts(tokens, end) && !ENDS.has(tokens[end]?.word ?? '') && !begins(tokens, end)) end++;
  // A new line before the first word belongs to the cell's layout and not to its sense.
  if (end === at) return undefined;
  return { value: words(tokens, at, end), end };
};

/** As printed, with single spaces. */
export const words = (tokens: readonly Token[], at: number, end: number): string =>
  tokens
    .slice(at, end)
    .map((t, i) => (t.spaced && i > 0 ? ` ${t.text}` : t.text))
    .join('');
