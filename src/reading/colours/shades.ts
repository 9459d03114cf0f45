import type { PlanRow } from '../lines/plan-row.ts';
import type { ReadLine } from '../reading.ts';
import { colourName } from './colour-name.ts';

/**
 * How a row's cells without words are shaded, for whoever looks at the row as printed. What shades all cells with words
 * too paints the row and is left out.
 */
export function shadesOf({ cells, fills }: Pick<PlanRow, 'cells' | 'fills'>): Pick<ReadLine, 'shades'> {
  const worded = cells.flatMap((text, at) => (text ? [fills[at]] : []));
  const paint = worded.every(fill => fill === worded[0]) ? worded[0] : undefined;
  const shades = fills.flatMap((fill, at) =>
    fill && !cells[at] && fill !== paint ? [[at, colourName(fill) ?? '']] : [],
  );
  return shades.length ? { shades: Object.fromEntries(shades) } : {};
}
