import { stateOf } from '../lines/state-words.ts';
import type { State } from '../reading.ts';
import { folded } from '../text/plain.ts';

const COLOUR =
  /\b(red|amber|yellow|green|blue|gr[ea]y|black|purple)\b\s*(?:[-–:=|(]|means|is)\s*(.{3,120}?)(?=$|[;|\n)]|\b(?:red|amber|yellow|green|blue|gr[ea]y|black|purple)\b\s*[-–:=|(])/g;

/**
 * What a plan's own key says its colours mean ("Green – complete; Amber – in progress"). Colours rate progress in one
 * body and risk in the next, so without a key a colour says nothing of the state.
 */
export function coloursOf(texts: string[]): Map<string, State> {
  const colours = new Map<string, State>();
  for (const text of texts) {
    if (text.length > 2000) continue;
    for (const [, colour, meaning] of folded(text).matchAll(COLOUR)) {
      const state = stateOf(meaning ?? '')?.state;
      if (!colour || !state) continue;
      colours.set(colour, state);
      colours.set(colour.charAt(0), state);
    }
  }
  return colours;
}
