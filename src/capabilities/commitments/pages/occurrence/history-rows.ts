import { day } from '../../../../language/words.ts';
import type { Change, HistoryEntry } from '../../../../platform/history/history.ts';
import { isReason, SETTLED } from '../../rules/occurrence-deeds.ts';

/** What was done to it, each as one row: what was said of it stands together. */
export function historyRows({ at, actor, action, changes: all }: HistoryEntry): object[] {
  const reason = all.find(isReason)?.after;
  const changes = all.filter(change => !isReason(change));
  const row = { when: at, who: actor, words: action, ...(reason && { reason }) };
  if (action === SETTLED) return [{ ...row, after: changes.map(saidWords).join(', ') }];
  if (!changes.length) return [row];
  return changes.map(({ before, after }) => ({ ...row, before: withDays(before), after: withDays(after) }));
}

const saidWords = ({ field, after }: Change): string => {
  if (field === 'done on') return `done on ${withDays(after)}`;
  return field === 'had been missed' ? 'having been missed' : (after ?? '');
};

/** Kept as "2025-05-27", read as "27 May 2025". */
const withDays = (words: string | null): string | null =>
  words?.replace(/\d{4}-\d{2}-\d{2}/g, iso => day(Temporal.PlainDate.from(iso))) ?? null;
