import type { MergedLine, MergeInput, MergeOutcome, Placed } from './merging.ts';
import { movedLines } from './moved.ts';

/**
 * The order of all lines after a merge: as the plan has them, but what the file moved, and what is new, stands right
 * behind what it stands behind in the file.
 */
export function newOrder(
  input: MergeInput,
  matched: MergedLine[],
  added: number[],
  back: MergeOutcome['takenOut'],
): { all: Placed[]; before: (row: number) => Placed | undefined; changed: boolean } {
  const { lines, rows } = input;
  // as now decided, and not as it looked before
  const moved = movedLines(matched, input);
  const placed = placedRows(matched, added, back);
  const behind = new Map<string, Placed[]>();
  let anchor = '';
  for (const [row] of rows.entries()) {
    const one = placed.get(row);
    if (!one) continue;
    if ('line' in one && !moved.has(one.line) && !back.some(({ line }) => line === one.line))
      anchor = one.line;
    else behind.set(anchor, [...(behind.get(anchor) ?? []), one]);
  }
  const all = [
    ...(behind.get('') ?? []),
    ...lines
      .filter(({ id }) => !moved.has(id))
      .flatMap(({ id }): Placed[] => [{ line: id }, ...(behind.get(id) ?? [])]),
  ];
  const places = new Map(all.flatMap((one, index) => ('row' in one ? [[one.row, index]] : [])));
  return {
    all,
    before: row => all[(places.get(row) ?? 0) - 1],
    changed:
      all.length !== lines.length || all.some((one, at) => !('line' in one) || one.line !== lines[at]!.id),
  };
}

function placedRows(
  matched: MergedLine[],
  added: number[],
  back: MergeOutcome['takenOut'],
): Map<number, Placed> {
  return new Map<number, Placed>([
    ...[...matched, ...back].map(({ row, line }): [number, Placed] => [row, { line }]),
    ...added.map((row): [number, Placed] => [row, { row }]),
  ]);
}
