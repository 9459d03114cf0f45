import { WHICH_IS_TRUE } from '../lines/doubts.ts';
import { isColour } from '../lines/state.ts';
import { otherCell } from '../other-cells.ts';
import { STATE_HEADING } from '../own-state.ts';
import type { ReadLine, State } from '../reading.ts';
import { folded } from '../text/plain.ts';
import type { Rating } from './rated.ts';

type Found = { state: State; field: string; phrase: string; why: string; shaded?: true };
type Doubt = ReadLine['doubts'][number];

/**
 * The state of a line whose state cell is shaded and holds no words. `found` is what words of the row tell: those of the
 * column of states win, and so does what Commsgrid wrote itself. Without a key a colour says nothing but blue for done.
 */
export function ratedState(
  line: ReadLine,
  rating: Rating | undefined,
  found: Found | undefined,
): Found | undefined {
  if (!rating || wordsAt(line, rating.field)) return found;
  if (found?.field === 'status' || found?.field === `other:${STATE_HEADING}`) return found;
  const { field, name, pale } = rating;
  const state = rating.state ?? (name === 'blue' && !pale ? 'complete' : undefined);
  if (!state) return found;
  const because = rating.state
    ? 'the plan’s own key says what that stands for'
    : 'plans use blue for what is done';
  return {
    state,
    field,
    phrase: `shaded ${name}`,
    shaded: true,
    why: `the cell is shaded ${name} and holds no words; ${because}`,
  };
}

/** What a person should settle about a shaded state: a colour that nothing explains, or that the cell's words deny. */
export function ratingDoubts(line: ReadLine, rating: Rating | undefined): Doubt[] {
  if (!rating) return [];
  const { name } = rating;
  const words = wordsAt(line, rating.field);
  if (!words)
    return line.state === 'unknown'
      ? [doubt(`the cell is shaded ${name}, which says how it goes; is it done, in progress or not started?`)]
      : [];
  const denied =
    (isColour(words) && !folded(words).startsWith(name.charAt(0)) && !isSame(words, name)) ||
    (rating.state && line.stateFrom?.field === rating.field && !agree(rating.state, line.state));
  return denied ? [doubt(`the cell says “${words}” and is shaded ${name}: ${WHICH_IS_TRUE}`)] : [];
}

const doubt = (reason: string): Doubt => ({ field: 'state', reason });

/** Of the words of a cell that reaches down from a row above, as well. */
const wordsAt = (line: ReadLine, field: string): string =>
  field === 'status'
    ? (line.taken?.status?.text ?? line.status ?? '')
    : otherCell(line.other, field.slice('other:'.length));

const isSame = (words: string, name: string) => name === 'amber' && /^y(?:ellow)?\.?$/.test(folded(words));

const GOING: State[] = ['in-progress', 'ongoing'];
const agree = (one: State, other: State) => one === other || (GOING.includes(one) && GOING.includes(other));
