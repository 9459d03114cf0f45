import type { GridRow } from '../grid/grid.ts';
import { stateOf } from '../lines/state-words.ts';
import type { State } from '../reading.ts';
import { wordsIn } from '../text/plain.ts';
import { type ColourName, colourName } from './colour-name.ts';

/** A background and the words that stand on it, or beside it where it has none. */
export type Swatch = { fill: string; text: string };

/** Words. What explains a colour is short. */
const LONGEST = 10;
/** One coloured cell with a word in it is no key. */
const FEWEST = 2;

/** The coloured cells of a row that its words may explain; a cell without words is explained by the one behind it. */
export const swatchesIn = ({ cells }: GridRow): Swatch[] =>
  cells.flatMap(({ text, fill }, index) => {
    const before = cells[index - 1];
    const beside = before?.text === '' ? before.fill : undefined;
    const shown = beside ?? fill;
    return text && shown ? [{ fill: shown, text }] : [];
  });

/**
 * What a plan's key says its colours mean where it shows them: under the exact colour ("#00b050"), and under the
 * colour's name where all that are called so mean the same.
 */
export function shadedKey(swatches: Swatch[]): Map<string, State> {
  const found = swatches.flatMap(({ fill, text }) => {
    const name = colourName(fill);
    const word = wordsIn(text).length <= LONGEST ? stateOf(text) : undefined;
    return name && word?.plain ? [{ fill, name, state: word.state }] : [];
  });
  const key = new Map<string, State>();
  if (new Set(found.map(({ name }) => name)).size < FEWEST) return key;
  for (const { fill, state } of found) key.set(exactly(fill), state);
  for (const [name, same] of Map.groupBy(found, one => one.name)) {
    const [first, ...others] = same;
    if (first && others.every(({ state }) => state === first.state)) key.set(name, first.state);
  }
  return key;
}

const exactly = (fill: string) => `#${fill.toLowerCase()}`;

/** Other words by which keys call a colour. */
const ALSO: Partial<Record<ColourName, string>> = { amber: 'yellow', grey: 'gray' };

/** What a colour stands for by the plan's own key. */
export const stateShown = (
  colours: ReadonlyMap<string, State>,
  fill: string,
  name: ColourName,
): State | undefined => colours.get(exactly(fill)) ?? colours.get(name) ?? colours.get(ALSO[name] ?? '');
