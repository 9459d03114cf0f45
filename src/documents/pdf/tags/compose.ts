import type { Cell } from '../../document.ts';
import { withFill } from '../../fill.ts';
import type { Measure } from '../prose/breaks.ts';
import { paragraphsOf } from '../prose/paragraphs.ts';
import type { Vocabulary } from '../prose/vocabulary.ts';
import type { CellText, PlacedTable } from '../table/placed-table.ts';
import { edgesOf } from '../unruled/columns.ts';
import { pitchInCells } from '../unruled/pitch.ts';
import type { Line } from '../words/line.ts';
import { fillsIn } from './fills.ts';
import { type Grid, gridOf } from './grid.ts';
import type { GridCell } from './grid-cell.ts';
import { leavesOutRows } from './rows-left-out.ts';
import { areInOrder } from './soundness.ts';
import type { TaggedPage, WholeTable } from './whole-table.ts';

/** A tagged table with its rows from all pages, placed on the first; nothing where its words stand in no columns. */
export function composedTable(
  table: WholeTable,
  pages: TaggedPage[],
  vocabulary: Vocabulary,
): PlacedTable | undefined {
  const grid = gridOf(table);
  if (!grid || !areInOrder(columnParts(grid)) || leavesOutRows(table, grid, pages)) return undefined;
  const measures = measuresOf(grid);
  const fillOf = fillsIn(grid, pages);
  const page = pages[table.pages[0] ?? 0];
  const composed = grid.rows.map(row => {
    const slots = slotsOf(row, grid.columns.length);
    const texts = slots.map(
      (slot): CellText => ({ lines: linesOf(slot), measure: measureOf(slot, measures) }),
    );
    const cells = slots.map((slot, index): Cell => {
      const where = pages[slot.cell?.parts[0]?.page ?? table.pages[0] ?? 0]?.where ?? '';
      const { lines, measure } = texts[index] ?? { lines: [], measure: measureOf(slot, measures) };
      return {
        paragraphs: paragraphsOf(lines, measure, vocabulary, where).map(({ paragraph }) => paragraph),
        columns: slot.to - slot.from + 1,
        ...(slot.cell ? withFill(fillOf(slot, row)) : { continues: true as const }),
      };
    });
    return { cells, texts };
  });
  if (wordsIn(composed.flatMap(row => row.texts)) !== wordsIn(table.rows.flat().flatMap(cell => cell.parts)))
    return undefined;
  const lines = [...table.taken].filter(line => page?.lines.includes(line));
  const isHeader = (index: number) => (index < table.repeated ? { header: true } : {});
  const rows = composed.filter(row => row.texts.some(text => text.lines.length > 0));
  return {
    x0: grid.columns[0]?.x0 ?? 0,
    x1: grid.columns.at(-1)?.x1 ?? 0,
    y0: Math.min(...lines.map(line => line.y0)),
    y1: Math.max(...lines.map(line => line.y1)),
    width: grid.columns.length,
    lefts: grid.columns.map(column => column.x0),
    texts: rows.map(row => row.texts),
    table: {
      kind: 'table',
      rows: rows.map(({ cells }, index) => ({ cells, ...isHeader(index) })),
      where: page?.where ?? '',
    },
  };
}

/** A cell of a row, or a column that the cell above reaches down in. */
export type Slot = Omit<GridCell, 'cell'> & { cell?: GridCell['cell'] };

function slotsOf(row: GridCell[], width: number): Slot[] {
  const slots: Slot[] = [];
  for (let column = 0; column < width; ) {
    const slot = row.find(({ from }) => from === column) ?? { from: column, to: column };
    slots.push(slot);
    column = slot.to + 1;
  }
  return slots;
}

const linesOf = ({ cell }: Slot): Line[] => cell?.parts.flatMap(part => part.lines) ?? [];

const wordsIn = (texts: { lines: Line[] }[]): number =>
  texts.reduce((sum, { lines }) => sum + lines.reduce((all, line) => all + line.words.length, 0), 0);

/** The parts of the cells of each column that cover it alone, from top to bottom. */
const columnParts = ({ rows, columns }: Grid) =>
  columns.map((_, column) =>
    rows.flatMap(row =>
      row.filter(({ from, to }) => from === column && to === column).flatMap(({ cell }) => cell.parts),
    ),
  );

/** Where the lines of each column run. */
function measuresOf(grid: Grid): Measure[] {
  const parts = columnParts(grid);
  const pitch = pitchInCells(
    parts.flatMap((column, index) =>
      [...Map.groupBy(column, ({ page }) => page).values()].map(onPage => ({
        lines: onPage.flatMap(({ lines }) => lines),
        right: grid.columns[index]?.x1 ?? 0,
      })),
    ),
  );
  const columns = grid.columns.map(({ x0, x1 }) => ({ left: x0, right: x1 }));
  const edges = edgesOf(columns, parts.flat()[0]?.lines[0]?.size ?? 0);
  return columns.map(({ left, right }, index) => ({ left, right, pitch, edge: edges[index] ?? right }));
}

function measureOf({ from, to }: Slot, measures: Measure[]): Measure {
  const [first, last] = [measures[from], measures[to]];
  if (!first || !last) return { left: 0, right: 0, pitch: 1.2 };
  return { ...last, left: first.left };
}
