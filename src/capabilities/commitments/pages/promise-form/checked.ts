import { count } from '../../../../language/words.ts';
import type { Within } from '../../../../platform/database/database.ts';
import { beginningInWords } from '../../../../timing/series/part-periods.ts';
import { seriesInWords } from '../../../../timing/series/words.ts';
import { SET_OFF_WORDS, type Terms } from '../../promise.ts';
import { forWhomOn, type Kept } from '../../queries/for-whom.ts';
import { spreadNames } from '../../queries/spread-names.ts';
import { dueInShort, nextDue } from '../../rules/next-due.ts';
import { spreadInWords } from '../../rules/spread-words.ts';
import { warningInWords } from '../../rules/warning-words.ts';
import { calendarOf } from '../plan-promises/proposed-row.ts';
import type { FormParts } from './draft.ts';

/** So many of those whom it is kept for are named before the others are counted. */
const NAMED = 60;

export type Checked = { draft: Terms; whom: Kept[]; names: ReadonlyMap<string, string> };

/** For whom it would be kept as the registers are today. */
export async function checkDraft(within: Within, draft: Terms, today: Temporal.PlainDate): Promise<Checked> {
  const [names, whom] = await Promise.all([
    spreadNames(within, [draft.spread]),
    draft.spread ? forWhomOn(within, draft.spread, today) : [],
  ]);
  return { draft, whom, names };
}

/** Everything that was answered in words, as `promise-form/check.njk` shows it before it is kept. */
export function checkedFacts({ draft, whom, names }: Checked, { known, today, choices }: FormParts) {
  const { series, spread } = draft;
  const owner = choices.owners.find(({ id }) => id === draft.owner)?.name;
  return {
    words: seriesInWords(series, calendarOf(series, known)),
    begins: beginningInWords(series, today, known.year),
    next: dueInShort(nextDue(series, today, known, 6), today),
    waits: series.kind === 'triggered',
    setOff: draft.setOffBy && SET_OFF_WORDS[draft.setOffBy],
    whom: spread ? `${spreadInWords(spread, names)}: ${count(whom.length, 'promise')} today` : 'Once for all',
    nobody: spread !== null && whom.length === 0,
    each: whom.slice(0, NAMED).map(({ name }) => name),
    more: Math.max(0, whom.length - NAMED),
    own: whom.some(one => one.owner),
    owner: owner ?? 'Whoever answers for the line',
    conditional: draft.conditional,
    heldOnly: draft.heldOnly,
    grace: draft.graceDays ? count(draft.graceDays, 'day') : 'None',
    warning: warningInWords(draft),
  };
}
