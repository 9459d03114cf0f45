import type { Unheard } from '../../queries/unheard.ts';
import { addressOf } from '../../rules/asked-occurrences.ts';
import { overInWords, promisedInWords, silenceInWords } from '../../rules/unheard-words.ts';

/** A row for each who has heard nothing, with the way to the dates that were missed since. */
export const unheardRows = (found: Unheard[], by: 'audience' | 'for', today: Temporal.PlainDate) =>
  found.map(one => ({
    name: one.name,
    silence: silenceInWords(one),
    promised: promisedInWords(one),
    over: overInWords(one.due, today),
    missed: one.missed,
    href: addressOf({ [by]: one.id, state: 'missed', from: one.last?.add({ days: 1 }).toString() }),
  }));
