import type { PlanRow } from '../lines/plan-row.ts';
import type { ReadLine } from '../reading.ts';
import { colourName } from './colour-name.ts';

/**
 * How a row's cells without words are shaded, for whoever looks at the row as printed. What shades cells with words too
 * paints the row and is left out.
 */
export function shadesOf({ cells, fills }: Pick<PlanRow, 'cells' | 'fills'>): Pick<ReadLine, 'shades'> {
  const ofWords = new Set(fills.filter((_, at) => cells[at]));
  const shades = fills.flatMap((fill, at) =>
    fill && !cells[at] && !ofWords.has(fill) ? [[at, colourName(fill) ?? '']] : [],
  );
  return shades.length ? { shades: Object.fromEntries(shades) } : {};
}
