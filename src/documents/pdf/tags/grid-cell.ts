import type { Line } from '../words/line.ts';
import type { WholeCell } from './whole-table.ts';

/** From which column to which a cell reaches. */
export type GridCell = { cell: WholeCell; from: number; to: number };

/** Where the words of a column stand: points across the page. */
export type Extent = { x0: number; x1: number };

/** Where the words of a cell stand; nothing where it has none. */
export function extentOf({ parts }: WholeCell): Extent | undefined {
  const lines: Line[] = parts.flatMap(part => part.lines);
  if (lines.length === 0) return undefined;
  return { x0: Math.min(...lines.map(line => line.x0)), x1: Math.max(...lines.map(line => line.x1)) };
}
