import { STATE_WORDS } from '../language/state-words.ts';
import type { State } from './reading.ts';

/**
 * Over the column in which Commsgrid, when it gives a plan back as a document, says a state that the plan's own words
 * do not say. Known to the reader, so that the document comes back as it was kept.
 */
export const STATE_HEADING = 'State in Commsgrid';

/** The state that a cell of that column says; nothing for other words. */
export function keptState(text: string): State | undefined {
  const said = text.trim().toLowerCase();
  return (Object.keys(STATE_WORDS) as State[]).find(state => STATE_WORDS[state].toLowerCase() === said);
}
