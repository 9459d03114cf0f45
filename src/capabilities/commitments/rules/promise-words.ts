import { seriesInWords } from '../../../timing/series/words.ts';
import type { NewPromise } from '../promise.ts';
import { SET_OFF_WORDS } from '../promise.ts';

type Said = Pick<
  NewPromise,
  'about' | 'phrase' | 'series' | 'conditional' | 'heldOnly' | 'graceDays' | 'warningDays' | 'setOffBy'
>;

/** What a promise says, field by field, as its history tells it; what is as it mostly is stays unsaid. */
export function promiseWords(promise: Said, calendars: ReadonlyMap<string, string>): Record<string, string> {
  const { series, setOffBy } = promise;
  const all: Record<string, string | false> = {
    about: promise.about,
    'words of the plan': promise.phrase,
    'when due': seriesInWords(series, series.kind === 'beside' ? calendars.get(series.calendar) : undefined),
    'if applicable': promise.conditional && 'nothing to say is an answer',
    evidence: promise.heldOnly && 'held or not held',
    'days of grace': promise.graceDays > 0 && String(promise.graceDays),
    'set off by': setOffBy !== null && SET_OFF_WORDS[setOffBy],
  };
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => !!entry[1]));
}
