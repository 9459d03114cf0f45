import type { Box, Ruling } from '../page/marks.ts';
import type { Net } from './nets.ts';
import { boxOf, meets, SAME_LINE } from './rulings.ts';

/** A cell of a ruled table: its box, and which of the table's columns and rows it covers (`to` is not covered any more). */
export type CellBox = Box & { column: number; toColumn: number; row: number; toRow: number };

/** A ruled table: where its columns and rows part, and the cells that its lines really close off. */
export type RuledTable = Box & { xs: number[]; ys: number[]; cells: CellBox[] };

/** The share of a cell's side that must be ruled for the side to count. */
const RULED = 0.6;
/** Drawings have thousands of crossings; no table has. */
const MOST_EDGES = 400;

/** The cells of a net of lines. An outer border that is not drawn is thought of where the other lines end. */
export function ruledTable(net: Net): RuledTable | undefined {
  const box = boxOf([...net.across, ...net.down]);
  // A line that only touches others from inside a cell (an underlining) parts nothing.
  const across = net.across.filter(one => net.down.some(other => meets(one, other)));
  const down = net.down.filter(one => net.across.some(other => meets(one, other)));
  const xs = edges([box.x0, ...down.map(one => one.at), box.x1]);
  const ys = edges([box.y0, ...across.map(one => one.at), box.y1]);
  if (xs.length < 2 || ys.length < 2 || xs.length > MOST_EDGES || ys.length > MOST_EDGES) return undefined;
  return { ...box, xs, ys, cells: cellsBetween(xs, ys, across, down) };
}

function edges(positions: number[]): number[] {
  const sorted = [...positions].sort((a, b) => a - b);
  return sorted.filter((position, index) => index === 0 || position - (sorted[index - 1] ?? 0) > SAME_LINE);
}

function cellsBetween(xs: number[], ys: number[], across: Ruling[], down: Ruling[]): CellBox[] {
  const taken = ys.map(() => xs.map(() => false));
  const cells: CellBox[] = [];
  for (let row = 0; row < ys.length - 1; row++) {
    for (let column = 0; column < xs.length - 1; column++) {
      if (taken[row]?.[column]) continue;
      const cell = grown(row, column, xs, ys, across, down, taken);
      for (let y = row; y < cell.toRow; y++) taken[y]?.fill(true, column, cell.toColumn);
      cells.push(cell);
    }
  }
  return cells;
}

/** The widest cell from a corner on, and then as far down as no line lies across its whole width. */
function grown(
  row: number,
  column: number,
  xs: number[],
  ys: number[],
  across: Ruling[],
  down: Ruling[],
  taken: boolean[][],
): CellBox {
  const at = (list: number[], index: number) => list[index] ?? 0;
  let toColumn = column + 1;
  while (
    toColumn < xs.length - 1 &&
    !taken[row]?.[toColumn] &&
    !isRuled(down, at(xs, toColumn), at(ys, row), at(ys, row + 1))
  )
    toColumn++;
  let toRow = row + 1;
  while (toRow < ys.length - 1 && mayGrowDown(toRow)) toRow++;
  return {
    column,
    toColumn,
    row,
    toRow,
    x0: at(xs, column),
    x1: at(xs, toColumn),
    y0: at(ys, row),
    y1: at(ys, toRow),
  };

  /** No line between, the same sides below, and nothing parting the cell there. */
  function mayGrowDown(next: number): boolean {
    if (taken[next]?.slice(column, toColumn).some(Boolean)) return false;
    const [top, bottom] = [at(ys, next), at(ys, next + 1)];
    for (let inner = column; inner < toColumn; inner++) {
      if (isRuled(across, top, at(xs, inner), at(xs, inner + 1))) return false;
      if (inner > column && isRuled(down, at(xs, inner), top, bottom)) return false;
    }
    const sides = [column, toColumn].filter(edge => edge > 0 && edge < xs.length - 1);
    return sides.every(edge => isRuled(down, at(xs, edge), top, bottom));
  }
}

/** Whether lines at a place cover most of a stretch. */
function isRuled(lines: Ruling[], at: number, from: number, to: number): boolean {
  let covered = 0;
  for (const line of lines) {
    if (Math.abs(line.at - at) > SAME_LINE) continue;
    covered += Math.max(0, Math.min(line.to, to) - Math.max(line.from, from));
  }
  return covered >= RULED * (to - from);
}
