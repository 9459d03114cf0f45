import type { Change, HistoryEntry } from '../../../platform/history/history.ts';
import { partsOf } from './deeds.ts';

/**
 * What several changes come to, field by field in the order in which they were first touched: from the words before the
 * first to the words after the last. What was changed and changed back comes to nothing. `entries`: oldest first.
 */
export function netChanges(entries: Pick<HistoryEntry, 'changes'>[]): Change[] {
  const net = new Map<string, Change>();
  for (const { field, before, after } of entries.flatMap(entry => partsOf(entry.changes).changes))
    net.set(field, { field, before: net.has(field) ? net.get(field)!.before : before, after });
  return [...net.values()].filter(({ before, after }) => before !== after);
}
