import { type Block, CELL, type Grid, LEADING, type Words } from './blocks.ts';

/** What stands where on a page; `y` is in points from its top, lines from `from` up to `to`. */
export type Placed =
  | { kind: 'words'; words: Words; y: number; from: number; to: number }
  | { kind: 'head'; grid: Grid; y: number; height: number; again: boolean }
  | { kind: 'row'; grid: Grid; row: number; y: number; height: number; from: number; to: number };

type Frame = { top: number; bottom: number };

const pitch = (size: number): number => size * LEADING;
const linesIn = (cells: string[][]): number => Math.max(1, ...cells.map(lines => lines.length));
const rowHeight = (lines: number, { size }: Grid): number => lines * pitch(size) + 2 * CELL.down;

/**
 * Lays blocks onto pages. A heading stays with what it heads, a row is not parted unless it is taller than a page, and
 * each page on which a table goes on begins with its headings.
 */
export function pagesOf(blocks: Block[], { top, bottom }: Frame): Placed[][] {
  const pages: Placed[][] = [[]];
  let y = top;
  const turn = () => {
    pages.push([]);
    y = top;
  };
  const put = (placed: Placed) => pages.at(-1)!.push(placed);

  const words = (block: Words, next: Block | undefined) => {
    const height = pitch(block.set.size);
    if (y > top) y += block.before;
    if (
      y > top &&
      y + block.lines.length * height + needed(block, next) > bottom &&
      block.lines.length * height < bottom - top
    )
      turn();
    for (let from = 0; from < block.lines.length; ) {
      const fits = Math.max(1, Math.floor((bottom - y) / height));
      const to = Math.min(block.lines.length, from + fits);
      put({ kind: 'words', words: block, y, from, to });
      y += (to - from) * height;
      from = to;
      if (from < block.lines.length) turn();
    }
  };

  const head = (grid: Grid, again: boolean) => {
    if (!grid.head.length) return;
    const height = rowHeight(linesIn(grid.head), grid);
    put({ kind: 'head', grid, y, height, again });
    y += height;
  };

  const grid = (block: Grid) => {
    if (y > top) y += CELL.down * 2;
    if (y > top && y + beginning(block) > bottom) turn();
    head(block, false);
    const first = y;
    for (const [row, cells] of block.rows.entries()) {
      const all = linesIn(cells);
      const whole = rowHeight(all, block);
      if (y > first && y + whole > bottom) {
        turn();
        head(block, true);
      }
      for (let from = 0; from < all; ) {
        const fits = Math.max(1, Math.floor((bottom - y - 2 * CELL.down) / pitch(block.size)));
        const to = Math.min(all, from + fits);
        const height = rowHeight(to - from, block);
        put({ kind: 'row', grid: block, row, y, height, from, to });
        y += height;
        from = to;
        if (from < all) {
          turn();
          head(block, true);
        }
      }
    }
  };

  blocks.forEach((block, index) => {
    if (block.kind === 'words') words(block, blocks[index + 1]);
    else grid(block);
  });
  return pages;
}

/** Room that a heading asks for below itself. */
function needed({ tag }: Words, next: Block | undefined): number {
  if (tag === 'P' || !next) return 0;
  return next.kind === 'grid' ? beginning(next) + CELL.down * 2 : 3 * pitch(next.set.size);
}

/** The headings of a table with its first row, or as much of that as one would look for. */
const beginning = (grid: Grid): number =>
  (grid.head.length ? rowHeight(linesIn(grid.head), grid) : 0) +
  rowHeight(Math.min(12, grid.rows[0] ? linesIn(grid.rows[0]) : 0), grid);
