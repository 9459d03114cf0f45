import { count } from '../../../../language/words.ts';
import { seriesInWords } from '../../../../timing/series/words.ts';
import { SET_OFF_WORDS } from '../../promise.ts';
import { spreadInWords } from '../../rules/spread-words.ts';
import { warningInWords } from '../../rules/warning-words.ts';
import { calendarOf } from '../plan-promises/proposed-row.ts';
import type { FoundPromise } from './load.ts';

/** What is promised, for the summary. */
export function promiseRows({ promise, known, names, who }: FoundPromise): object[] {
  const { series, setOffBy, graceDays } = promise;
  return [
    {
      key: 'Promised',
      text: capital(seriesInWords(series, calendarOf(series, known))),
      notes: promise.phrase ? [`“${promise.phrase}”`] : [],
    },
    { key: 'For whom', text: capital(spreadInWords(promise.spread, names)) },
    { key: 'Who does it', text: who.name, notes: who.notes },
    ...(setOffBy ? [{ key: 'Set off by', text: SET_OFF_WORDS[setOffBy] }] : []),
    ...(promise.conditional
      ? [{ key: 'If applicable', text: 'Nothing to say is an answer, and no miss' }]
      : []),
    ...(promise.heldOnly ? [{ key: 'What is asked', text: 'Held or not held' }] : []),
    ...(graceDays ? [{ key: 'Days of grace', text: count(graceDays, 'day') }] : []),
    { key: 'Asked beforehand', text: warningInWords(promise) },
  ];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
