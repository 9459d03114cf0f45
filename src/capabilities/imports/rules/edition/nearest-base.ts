import type { BaseLine, FileRow } from '../merge/merging.ts';
import { bare, cellAt } from '../merge/same-cell.ts';

/** Of several states that a plan had, the one from which most rows of a file come unchanged; the first of equals. */
export function nearestBase<Known extends { base: BaseLine[] }>(
  bases: Known[],
  rows: FileRow[],
): Known | undefined {
  if (bases.length < 2) return bases[0];
  let [nearest, most] = [bases[0], -1];
  for (const one of bases) {
    const same = unchangedRows(one.base, rows);
    if (same > most) [nearest, most] = [one, same];
  }
  return nearest;
}

function unchangedRows(base: BaseLine[], rows: FileRow[]): number {
  const texts = new Map<ReadonlySet<string>, Set<string>>();
  let same = 0;
  for (const { says, cells } of rows) {
    const said = [...says].filter(cell => cell !== 'state' && cell !== 'section').sort();
    const text = (of: BaseLine['cells']) => said.map(cell => bare(cellAt(of, cell))).join('\n');
    const known = texts.get(says) ?? new Set(base.map(line => text(line.cells)));
    texts.set(says, known);
    if (known.has(text(cells))) same++;
  }
  return same;
}
