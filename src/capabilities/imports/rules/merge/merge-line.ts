import type { BaseLine, CellChange, CellConflict, Cells, FileRow } from './merging.ts';
import { bare, cellAt, sameCell } from './same-cell.ts';

/** What a row makes of a line, cell by cell; `base` is missing where the line is newer than what the file knew. */
export function mergeLine(
  ours: Cells,
  base: BaseLine | undefined,
  row: FileRow,
): { changes: CellChange[]; conflicts: CellConflict[] } {
  const changes: CellChange[] = [];
  const conflicts: CellConflict[] = [];
  for (const cell of saidCells(base ?? { id: '', cells: ours }, row)) {
    const found = mergeCell(cell, ours, base, row.cells);
    if (!found) continue;
    if ('after' in found) changes.push(found);
    else conflicts.push(found);
  }
  return { changes, conflicts };
}

/** What the file changed of a line, whatever was done to it here. */
export const changedInFile = (base: BaseLine, row: FileRow): CellChange[] =>
  mergeLine(base.cells, base, row).changes;

function mergeCell(
  cell: string,
  cells: Cells,
  base: BaseLine | undefined,
  file: Cells,
): CellChange | CellConflict | undefined {
  const [ours, theirs] = [cellAt(cells, cell), cellAt(file, cell)];
  if (sameCell(ours, theirs)) return undefined;
  if (!base) return withoutBase(cell, ours, theirs);
  const was = cellAt(base.cells, cell);
  const shown = shownBy(base, cell);
  if (sameCell(theirs, shown) || (cell === 'section' && isUnderPlan(theirs, shown))) return undefined;
  if (sameCell(ours, was)) return { cell, before: ours, after: theirs };
  return { cell, base: was, ours, theirs };
}

/** Where lines of several plans were given out, each title begins with the name of its plan. */
const isUnderPlan = (title: string, section: string): boolean =>
  section !== '' && bare(title).endsWith(`: ${bare(section)}`);

/** Nobody knows who changed what: words fill a blank, whichever side it is on, and all else is asked. */
function withoutBase(cell: string, ours: string, theirs: string): CellChange | CellConflict | undefined {
  if (!theirs) return undefined;
  return ours ? { cell, ours, theirs } : { cell, before: ours, after: theirs };
}

const shownBy = ({ cells, asRead }: BaseLine, cell: string): string =>
  asRead && Object.hasOwn(asRead, cell) ? (asRead[cell] ?? '') : cellAt(cells, cell);

/**
 * A state that was read out of words is said only where these words are new: a state that a person gave the line here
 * stands beside the old words, and the file that repeats them does not take it back.
 */
function saidCells(base: BaseLine, { says, toldState, cells }: FileRow): string[] {
  const anew = toldState?.some(cell => !sameCell(cellAt(cells, cell), shownBy(base, cell)));
  return [...says].filter(cell => cell !== 'state' || !toldState || anew);
}
