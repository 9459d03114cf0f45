import type { HistoryEntry } from '../../../platform/history/history.ts';

const WORDS: Record<string, string> = {
  added: 'added it to the directory',
  ended: 'ended it',
  'read in': 'read it in from a file',
  'left the post': 'ended a holding',
  'left a post': 'ended a post',
  'left the team': 'took somebody from the team',
  leaves: 'said when they leave',
  stays: 'said that they stay',
  left: 'handed over what they had',
  means: 'said whom it means',
};

/** The entries of a record of the directory, a sentence for each change. */
export const toldHistory = (entries: HistoryEntry[]): object[] =>
  entries.flatMap(({ at, actor, action, changes }) => {
    const entry = { when: at, who: actor, words: WORDS[action] ?? action };
    if (!changes.length) return [entry];
    return changes.map(({ field, before, after }) => ({
      ...entry,
      words: action === 'changed' ? `changed the ${field}` : (WORDS[action] ?? `changed the ${field}`),
      before,
      after,
    }));
  });
