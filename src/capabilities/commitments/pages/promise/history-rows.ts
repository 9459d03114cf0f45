import { day } from '../../../../language/words.ts';
import type { Change, HistoryEntry } from '../../../../platform/history/history.ts';

/** What was done to a promise: a row for each thing that was changed, what it began with in one, a reason under its deed. */
export function historyRows({ at, actor, action, changes: all }: HistoryEntry): object[] {
  const reason = all.find(isReason)?.after ?? undefined;
  const changes = all.filter(change => !isReason(change));
  const row = { when: at, who: actor, words: action, reason };
  if (changes.every(({ before }) => before === null) && action === BEGINNING)
    return [{ ...row, words: `${action} it: ${changes.find(({ field }) => field === WHEN)?.after ?? ''}` }];
  if (!changes.length) return [row];
  return changes.map(({ field, before, after }) => ({
    ...row,
    words: `${action}: ${field}`,
    before: inFull(before),
    after: inFull(after),
  }));
}

const BEGINNING = 'kept';
const WHEN = 'when due';

const isReason = ({ field }: Change): boolean => field === 'reason';

/** Kept as "2025-05-27", read as "27 May 2025". */
const inFull = (words: string | null): string | null =>
  words?.replace(/\d{4}-\d{2}-\d{2}/g, iso => day(Temporal.PlainDate.from(iso))) ?? null;
