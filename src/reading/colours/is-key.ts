import { filled, type GridRow } from '../grid/grid.ts';
import { isColour } from '../lines/state.ts';
import { wordsIn } from '../text/plain.ts';
import { colourName } from './colour-name.ts';
import { swatchesIn } from './shaded-key.ts';

/** Words. */
const LONGEST_LABEL = 2;
/** One colour explains nothing by itself. */
const FEWEST = 2;

/**
 * Whether rows that have no headings explain colours: each names one first ("Green", "Complete"), or shows colours that
 * differ, each with its words. A row of a plan that is painted whole shows one colour many times.
 */
export function isColourKey(rows: GridRow[]): boolean {
  const written = rows.filter(row => filled(row).length > 0);
  if (written.length >= FEWEST && written.every(namesColour)) return true;
  const shown = written.flatMap(row => swatchesIn(row).flatMap(({ fill }) => colourName(fill) ?? []));
  return new Set(shown).size >= FEWEST && written.every(showsColours);
}

const namesColour = (row: GridRow): boolean => {
  const [first, ...others] = filled(row);
  return first !== undefined && isColour(first.text) && others.length === 1;
};

/** "Key" may stand before the colours of a row. */
function showsColours(row: GridRow): boolean {
  const swatches = swatchesIn(row);
  const plain = filled(row).length - swatches.length;
  const labelled = plain === 1 && wordsIn(filled(row)[0]?.text ?? '').length <= LONGEST_LABEL;
  return (
    swatches.length > 0 &&
    (plain === 0 || labelled) &&
    new Set(swatches.map(({ fill }) => fill)).size === swatches.length
  );
}
