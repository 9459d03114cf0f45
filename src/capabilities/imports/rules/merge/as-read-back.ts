import { matchLines } from './match-lines.ts';
import type { BaseLine, Cells, FileRow } from './merging.ts';
import { cellAt, sameCell } from './same-cell.ts';

/**
 * The base as a file shows it that nobody touched. `rows`: of the plan's own export read back (`readBack` of plans, and
 * `fileRows`). What reading made of a cell is then no edit, and a line that reading joined with another is not gone.
 */
export function asReadBack(base: BaseLine[], rows: FileRow[]): BaseLine[] {
  const { sure, doubtful } = matchLines({ lines: [], base, rows });
  const shown = new Map([...sure, ...doubtful].map(({ line, row }) => [line, rows[row]!]));
  return base.map(line => {
    const row = shown.get(line.id);
    if (!row) return { ...line, unseen: true };
    const asRead = differing(line.cells, row);
    return Object.keys(asRead).length ? { ...line, asRead } : line;
  });
}

function differing(cells: Cells, row: FileRow): Cells {
  const said = [...row.says].filter(cell => cell !== 'state' || !row.toldState);
  return Object.fromEntries(
    said
      .filter(cell => !sameCell(cellAt(cells, cell), cellAt(row.cells, cell)))
      .map(cell => [cell, cellAt(row.cells, cell)]),
  );
}
