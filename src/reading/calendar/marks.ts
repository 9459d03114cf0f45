import { isColour } from '../lines/state.ts';
import { stateOf } from '../lines/state-words.ts';
import { folded, hasWords, wordsIn } from '../text/plain.ts';
import type { Period } from './periods.ts';

/** How a row marks a column of a calendar: by a sign, by words of its own, or by shading. */
export type Mark = { by: 'sign' | 'words' | 'shading'; text: string };

const SIGN = /^(?:x+|y|yes|[✓✔✗✘√●•◆■▪★*]+)$/;
export const isSign = (text: string): boolean => SIGN.test(folded(text));

/** Words that say that nothing stands there. */
const NONE = /^(?:n\/?a|no|none|nil|tbc|tba|tbd|[-–—0.]+)$/;
/** Words. More are a text about the month, and no mark. */
const LONGEST = 12;

/** Short words that tell neither a figure nor how far something is. */
const isEvent = (small: string): boolean =>
  hasWords(small) &&
  !NONE.test(small) &&
  !/^[\d.,:%£ ]+$/.test(small) &&
  !isColour(small) &&
  !stateOf(small)?.plain &&
  wordsIn(small).length <= LONGEST;

/**
 * How a cell marks its column. In the column of a day or a week that is dated, what stands there happens then; in that of
 * a month words are words.
 */
export function markOf(text: string, shaded: boolean, { unit, from }: Period): Mark | undefined {
  const small = folded(text);
  if (isSign(text)) return { by: 'sign', text };
  const dated = unit === 'day' || (unit === 'week' && from.startsWith('w/c'));
  if (dated && isEvent(small)) return { by: 'words', text };
  return shaded ? { by: 'shading', text } : undefined;
}

/** Columns one after the other that are marked alike: one time from the first to the last. */
export type Run = { first: Period; last: Period; mark: Mark };

export function runsOf(marks: (Mark | undefined)[], periods: (Period | undefined)[]): Run[] {
  const runs: Run[] = [];
  let open: { run: Run; at: number } | undefined;
  marks.forEach((mark, at) => {
    const period = periods[at];
    if (!mark || !period) return;
    if (open && open.at === at - 1 && goesOn(open.run.mark, mark)) open.run.last = period;
    else runs.push({ first: period, last: period, mark });
    open = { run: runs.at(-1)!, at };
  });
  return runs;
}

/** Different words in two cells are two things; a sign may stand in a shaded cell. */
const goesOn = (one: Mark, other: Mark) =>
  one.by === 'words' || other.by === 'words' ? one.text === other.text : true;
