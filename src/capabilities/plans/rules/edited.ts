import type { Change } from '../../../platform/history/history.ts';
import type { TimingFacts } from '../../../timing/schedule.ts';
import { changesOf, type LineValues } from './line-changes.ts';
import { type Readings, readAgain } from './read-again.ts';

/** What becomes of a line's values and of what was read out of them; without a change, what they were. */
export type Edited = { changes: Change[]; after: LineValues; readings: Readings };

/**
 * The one rule by which values of a line are changed, whether somebody types over one line or changes thousands: what is
 * the same is not touched, times are read anew, and doubts of changed fields go.
 */
export function edited(
  { values, readings }: { values: LineValues; readings: Readings },
  typed: LineValues,
  facts: TimingFacts,
): Edited {
  const changes = changesOf(values, typed);
  const after = { ...values, ...typed };
  const changed = changes.map(change => change.field);
  return { changes, after, readings: changes.length ? readAgain(readings, after, changed, facts) : readings };
}
