import { count } from '../../../../language/words.ts';
import type { Change, HistoryEntry } from '../../../../platform/history/history.ts';

/** What was done to a plan: a row for each field that changed, and one for all the lines that a document touched. */
export const historyEntries = (history: HistoryEntry[]): object[] => history.flatMap(entries);

function entries({ at: when, actor: who, action, changes }: HistoryEntry): object[] {
  const counted = changes.filter(isCounted);
  const fields = changes.filter(change => !isCounted(change));
  const rows = fields.map(({ field, before, after }) => ({
    when,
    who,
    words: `${action}: ${field}`,
    before,
    after,
  }));
  if (!counted.length && rows.length) return rows;
  return [
    { when, who, words: [action, counted.map(inWords).join(', ')].filter(Boolean).join(': ') },
    ...rows,
  ];
}

/** "lines new", of which a number is kept and nothing before. */
const isCounted = ({ field, before }: Change): boolean => field.startsWith(LINES) && before === null;
const LINES = 'lines ';

const inWords = ({ field, after }: Change): string =>
  `${count(Number(after), 'line')} ${field.slice(LINES.length)}`;
