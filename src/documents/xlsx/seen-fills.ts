import { MOST_FILLED } from '../sheet/fills.ts';
import type { Area } from './place.ts';
import type { StoredRow } from './stored.ts';

/** Rows of a merged cell to which its background is carried; a taller one is a frame. */
const TALLEST = 2000;

/** Backgrounds by row and column, those of merged cells over all that they cover. Hidden columns show none. */
export function seenFills(
  stored: StoredRow[],
  merged: Iterable<Area>,
  hiddenColumn: (column: number) => boolean,
): Map<number, Map<number, string>> {
  const fills = new Map(stored.map(({ number, fills }) => [number, new Map(fills)]));
  for (const { top, bottom, left, right } of merged) {
    const fill = fills.get(top)?.get(left);
    if (!fill) continue;
    for (let row = top; row <= Math.min(bottom, top + TALLEST); row++) {
      const own = fills.get(row);
      for (let column = left; own && column <= Math.min(right, MOST_FILLED); column++) own.set(column, fill);
    }
  }
  for (const own of fills.values())
    for (const column of own.keys()) if (hiddenColumn(column)) own.delete(column);
  return fills;
}
