import { moment } from '../../../../language/words.ts';
import type { HistoryEntry } from '../../../../platform/history/history.ts';
import type { LineValues, settleClash } from '../../rules/line-changes.ts';
import { MARKING_WORDS, STATE_WORDS } from '../../rules/words.ts';

/** What somebody is told whose line was changed while they typed. */
export type Meanwhile = {
  who: string;
  when: string;
  /** Fields in which the two disagree; what was typed stands in the form. */
  clashes: { field: string; opened: string; theirs: string; mine: string }[];
  /** Fields that only the other changed; the form has the new words. */
  taken: { field: string; opened: string; theirs: string }[];
};

type Surroundings = {
  since: HistoryEntry[];
  words: (name: string) => string;
  opened: LineValues;
  theirs: LineValues;
  zone: string;
};

export function meanwhileFacts(
  { clashes, changedMeanwhile }: ReturnType<typeof settleClash>,
  { since, words, opened, theirs, zone }: Surroundings,
): Meanwhile {
  const clashing = new Set(clashes.map(clash => clash.field));
  const shown = (field: string, value = '') => SPOKEN[field]?.[value] ?? value;
  return {
    who:
      new Intl.ListFormat('en-GB').format([...new Set(since.map(entry => entry.actor))]) || 'Somebody else',
    when: since[0] ? moment(since[0].at, zone) : 'meanwhile',
    clashes: clashes.map(({ field, ...three }) => ({
      field: words(field),
      opened: shown(field, three.opened),
      theirs: shown(field, three.theirs),
      mine: shown(field, three.mine),
    })),
    taken: changedMeanwhile
      .filter(field => !clashing.has(field))
      .map(field => ({
        field: words(field),
        opened: shown(field, opened[field]),
        theirs: shown(field, theirs[field]),
      })),
  };
}

const SPOKEN: Record<string, Record<string, string>> = { state: STATE_WORDS, marking: MARKING_WORDS };
