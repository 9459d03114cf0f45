import type { Line } from '../words/line.ts';

/** Lines of one column that stand at the usual distance from each other: what a cell without blank lines holds. */
export type LineBlock = { lines: Line[]; top: number; bottom: number };

/** As a share of the usual distance of base lines: more is a gap. */
const GAP = 1.25;
/** As a share of the size: heights nearer than this are one. */
const LEVEL = 0.3;

export const gapAfter = (line: Line, pitch: number, gap = GAP): number => gap * pitch * line.size;

export const isLevel = (one: number, other: number, line: Line): boolean =>
  Math.abs(one - other) <= LEVEL * line.size;

export const centreOf = ({ top, bottom }: { top: number; bottom: number }): number => (top + bottom) / 2;

export function blocksOf(lines: Line[], pitch: number, gap = GAP): LineBlock[] {
  const blocks: LineBlock[] = [];
  for (const line of lines) {
    const block = blocks.at(-1);
    if (block && line.y - block.bottom <= gapAfter(line, pitch, gap)) {
      block.lines.push(line);
      block.bottom = line.y;
    } else blocks.push({ lines: [line], top: line.y, bottom: line.y });
  }
  return blocks;
}
