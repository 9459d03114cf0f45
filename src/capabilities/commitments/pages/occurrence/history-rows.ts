import type { HistoryEntry } from '../../../../platform/history/history.ts';
import { isReason } from '../../rules/occurrence-deeds.ts';

/** One row for each thing that was changed; what was only said stands as a sentence of its own. */
export function historyRows({ at, actor, action, changes: all }: HistoryEntry): object[] {
  const reason = all.find(isReason)?.after ?? undefined;
  const changes = all.filter(change => !isReason(change));
  if (!changes.length) return [{ when: at, who: actor, words: action, reason }];
  return changes.map(({ field, before, after }, place) => ({
    when: at,
    who: actor,
    words: place ? `${action}: ${field}` : action,
    before,
    after,
    ...(place === changes.length - 1 && { reason }),
  }));
}
