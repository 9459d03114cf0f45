import type { HistoryEntry } from '../../../../platform/history/history.ts';
import { deedWords, partsOf } from '../../rules/deeds.ts';
import { STATE_WORDS } from '../../rules/words.ts';

/** One row for each changed field, so that before and after stand side by side. */
export function historyRows(
  { at, actor, action, changes: kept }: HistoryEntry,
  words: (name: string) => string,
): object[] {
  const { changes, reason } = partsOf(kept);
  if (!changes.length) return [{ when: at, who: actor, words: action, reason }];
  return changes.map(({ field, before, after }) => ({
    when: at,
    who: actor,
    words: deedWords(action, words(field)),
    before: shownValue(field, before),
    after: shownValue(field, after),
    reason,
  }));
}

function shownValue(field: string, value: string | null): string | null {
  if (field === 'marking' && value === 'none') return null;
  if (field === 'state' && value) return (STATE_WORDS as Record<string, string>)[value] ?? value;
  return value && value.length > SHOWN
    ? `${value.slice(0, SHOWN)} … (${value.length} characters in all)`
    : value;
}

/** Of a long cell that was saved again and again, so that its line's page stays a page. The history keeps all of it. */
const SHOWN = 2_000;
