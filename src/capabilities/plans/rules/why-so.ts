import type { HistoryEntry } from '../../../platform/history/history.ts';
import type { Field, State } from '../../../reading/reading.ts';
import type { Schedule } from '../../../timing/schedule.ts';
import { WHY_KIND } from '../../../timing/why-kind.ts';
import type { AsRead } from '../plan.ts';

/** Why something of a line is as it is; `by`: who wrote it, or the cell that it was read from, since the line was read. */
export type Why = { why?: string; by?: { who: string; when: Temporal.Instant }; corrected?: true };
type Changes = Pick<HistoryEntry, 'at' | 'actor' | 'changes'>[];

/** What a person set is so because they set it; else what the reader said when the line became part of the plan. */
export function whyState(
  { state, asRead }: { state: State; asRead: AsRead | null },
  history: Changes,
): Why & { set?: true } {
  const set = lastChange(history, 'state');
  if (set) return { by: set, set: true };
  if (!asRead?.state || state === 'unknown') return {};
  const since = asRead.state.field ? lastChange(history, asRead.state.field) : undefined;
  return { why: asRead.state.why, ...(since && { by: since }) };
}

/** A timing whose cell a person wrote anew was read from their words; `field`: the cell that it stands in. */
export function whyTiming(
  { phrase, kind, meant, field = 'when' }: Schedule & { field?: Field },
  asRead: AsRead | null,
  history: Changes,
): Why {
  if (meant !== undefined) {
    const put = lastChange(history, 'timing');
    return { why: `they said that it means “${meant}”`, ...(put && { by: put, corrected: true }) };
  }
  const by = lastChange(history, field);
  if (by) return { why: WHY_KIND[kind], by };
  const read = asRead?.timings.find(one => one.phrase === phrase && one.field === field);
  return read ? { why: read.why } : {};
}

/** History comes newest first. */
function lastChange(history: Changes, field: string): Why['by'] {
  const found = history.find(({ changes }) => changes.some(change => change.field === field));
  return found && { who: found.actor, when: found.at };
}
