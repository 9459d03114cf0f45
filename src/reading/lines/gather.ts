import { filled, type GridRow, rowText } from '../grid/grid.ts';
import type { Column } from '../headings/columns.ts';
import type { Stretch } from '../tables/stretches.ts';
import { folded } from '../text/plain.ts';
import { placeCells } from './place-cells.ts';
import type { PlanRow, Section } from './plan-row.ts';
import { fillsOf, joinFills } from './row-fills.ts';
import { rowKind } from './row-kinds.ts';
import { continuesRow, joinRows, smallHabit } from './split-rows.ts';
import { titlesNext } from './titles-next.ts';

/** Words of a plan table that stand in no line. */
export type Leftover = { text: string; where: string; order: number; why?: string };

/** Where the gathering of rows stands, carried from one stretch of a table to the next. */
export type Gathering = {
  rows: PlanRow[];
  sections: Section[];
  leftovers: Leftover[];
  section: Section | undefined;
  /** The row that a continuation would continue; none after a section title. */
  open: PlanRow | undefined;
};

/**
 * Turns the rows of one stretch into rows of the plan. `table` is the plan table they belong to and `firstRow` the number
 * of its rows before these; `order` is the stretch's place in the document.
 */
export function gatherRows(
  stretch: Stretch,
  columns: Column[],
  table: number,
  firstRow: number,
  order: number,
  into: Gathering,
): void {
  const placed = stretch.rows.map(row => placeCells(row, columns));
  const habit = smallHabit(placed, columns.length);
  const group = columns.findIndex(column => column.meaning === 'section');
  stretch.rows.forEach((row, index) => {
    const cells = placed[index] ?? [];
    const kind = row.identity
      ? 'line'
      : titlesNext(row, into.section?.text)
        ? 'section'
        : into.open && continuesRow(into.open.cells, cells, columns, habit) && filled(row).length > 0
          ? 'rest'
          : rowKind(row, columns, stretch.rows[index + 1]);
    const fills = fillsOf(row, columns.length);
    if (kind === 'rest' && into.open) goOn(into.open, { cells, fills }, into.leftovers, order);
    else if (kind === 'section') begin(into, { text: rowText(row), where: row.where, order });
    else if (kind === 'note') into.leftovers.push({ text: rowText(row), where: row.where, order });
    else {
      if (group >= 0 && cells[group]) begin(into, { text: cells[group], where: row.where, order });
      const at = { table, row: firstRow + index };
      into.open = {
        at,
        cells,
        fills,
        merged: mergedFrom(row, columns, into.rows, table),
        section: into.section,
        where: row.where,
        order,
        ...(row.identity ? { identity: row.identity } : {}),
      };
      into.rows.push(into.open);
    }
  });
}

export function begin(into: Gathering, section: Section): void {
  into.sections.push(section);
  into.section = section;
  into.open = undefined;
}

function goOn(
  open: PlanRow,
  { cells, fills }: Pick<PlanRow, 'cells' | 'fills'>,
  leftovers: Leftover[],
  order: number,
): void {
  const key = open.cells.findIndex(Boolean);
  const repeated = cells[key];
  if (repeated && folded(repeated) === folded(open.cells[key] ?? ''))
    leftovers.push({ text: repeated, where: open.where, order });
  open.cells = joinRows(open.cells, cells);
  open.fills = joinFills(open.fills, fills);
}

/** The nearest row above that has words in the column whose cell reaches down here. */
function mergedFrom(row: GridRow, columns: Column[], rows: PlanRow[], table: number): (number | undefined)[] {
  return columns.map((_, index) => {
    if (!row.cells.some(cell => cell.continues && cell.column === index)) return undefined;
    const above = rows.findLast(other => other.at.table === table && other.cells[index]);
    return above?.at.row;
  });
}
