import type { HistoryEntry } from '../../../platform/history/history.ts';
import { dayInWords } from '../../../platform/table-in/day-in-words.ts';

/** What was ever done to a calendar or an entry of it, a row for each change. */
export function historyWords({ at, actor, action, changes }: HistoryEntry): object[] {
  const words = WORDS[action] ?? action;
  if (!changes.length) return [{ when: at, who: actor, words }];
  return changes.map(({ field, before, after }) => ({
    when: at,
    who: actor,
    words: action === 'changed' ? `changed the ${field}` : ADDS.has(action) ? `${words}: ${field}` : words,
    before: dayInWords(before),
    after: dayInWords(after),
  }));
}

const WORDS: Record<string, string> = {
  added: 'added it',
  cancelled: 'said that it does not take place',
  'put back': 'said that it takes place after all',
  kept: 'kept it, though the file did not have it any more',
  removed: 'removed it',
  'removed entries': 'removed an entry',
  file: 'put in a file',
  'known days': 'chose known days',
  sample: 'made the sample',
};

const ADDS = new Set(['file', 'known days', 'sample']);
