import type { StoredCell, StoredRow } from './stored.ts';

/** How much larger than the sheet's usual letters those of a title and of a heading are. */
const TITLE = 1.5;
const HEADING = 1.2;

/** The rank of a cell's words by the size of their letters beside the size that most cells have. */
export function levels(rows: StoredRow[]): (cell: StoredCell) => number | undefined {
  const counts = new Map<number, number>();
  for (const { cells } of rows) {
    for (const { style } of cells) counts.set(style.size, (counts.get(style.size) ?? 0) + 1);
  }
  const [usual = 0] = [...counts].sort(([, one], [, other]) => other - one)[0] ?? [];
  return ({ style: { size } }) => (size >= usual * TITLE ? 1 : size >= usual * HEADING ? 2 : undefined);
}
