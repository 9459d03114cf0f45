import { day } from '../../../language/words.ts';
import type { OccurrenceState as Square } from '../../../platform/govuk/drawings/promise-strip.ts';
import { type OccurrenceState, STATE_WORDS } from '../occurrence.ts';

type Told = {
  state: OccurrenceState;
  settled: boolean;
  wasMissed: boolean;
  doneOn: Temporal.PlainDate | null;
};

/** What became of an occurrence, in a few words: "Met on 4 April 2025". */
export function whatBecame({ state, settled, doneOn }: Told): string {
  const on = doneOn && (state === 'met' || state === 'late') ? `on ${day(doneOn)}` : '';
  if (state === 'missed' && !settled) return 'Missed: nobody has said';
  if (state === 'due') return 'Due now';
  return [STATE_WORDS[state], on].filter(Boolean).join(state === 'late' ? ', ' : ' ');
}

/** Closing a miss does not hide it; where the state itself does not tell, this does. */
export const gapWords = ({ state, wasMissed }: Told): string =>
  wasMissed && state !== 'missed' && state !== 'late' ? 'had been missed before that was said' : '';

/** The square of the promise strip that stands for a state: what does not count is one dash, whatever the reason. */
export const squareOf = (state: OccurrenceState): Square =>
  state === 'nothing' || state === 'postponed' ? 'excused' : state;
