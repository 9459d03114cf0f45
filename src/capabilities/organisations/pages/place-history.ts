import type { HistoryEntry } from '../../../platform/history/history.ts';
import { dayInWords } from '../../../platform/table-in/day-in-words.ts';

/** What was ever done to an area, a body or those who hold its roles, a row for each change. */
export function historyWords({ at, actor, action, changes }: HistoryEntry): object[] {
  if (!changes.length) return [{ when: at, who: actor, words: WORDS[action] ?? action }];
  return changes.map(({ field, before, after }) => ({
    when: at,
    who: actor,
    words: action === 'changed' ? `changed the ${field}` : `${action}: ${field}`,
    before: dayInWords(before),
    after: dayInWords(after),
  }));
}

const WORDS: Record<string, string> = { added: 'added it to the directory' };
