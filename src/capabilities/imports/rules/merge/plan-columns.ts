import type { ReadColumn, ReadLine, ReadTable } from '../../../../reading/reading.ts';
import { folded } from '../../../../reading/text/plain.ts';
import type { Cells } from './merging.ts';
import { cellAt } from './same-cell.ts';

/** Which cell of its lines a plan keeps under which heading: that of its columns, and those that its exports give them. */
export type KnownHeadings = ReadonlyMap<string, string>;

/** A column of a table that a plan knows as something else than it was read as. */
type Other = { column: number; from: string[]; to: string };

/**
 * The cells of a table's lines under the names that the plan has for them. A column is read by its heading and by what
 * stands in it, so a few edited cells may make another thing of it; the plan knows what it is.
 */
export function asPlanCalls(
  { columns }: ReadTable,
  known: KnownHeadings,
): { said: string[]; cells: (cells: Cells, line: ReadLine) => Cells } {
  const others = columns.flatMap((column, index): Other[] => {
    const from = cellsUnder(column);
    const to = headingsOf(column)
      .map(heading => known.get(folded(heading)))
      .find(Boolean);
    return to && column.meaning !== 'section' && !from.includes(to) ? [{ column: index, from, to }] : [];
  });
  const moved = others.filter(({ to }) => !staysAs(to, columns, others));
  const away = new Set(moved.map(({ column }) => column));
  return {
    said: columns
      .flatMap((column, index) => (away.has(index) ? [] : cellsUnder(column)))
      .concat(moved.map(({ to }) => to)),
    cells: (cells, line) => (moved.length ? withMoved(cells, line, moved) : cells),
  };
}

const staysAs = (cell: string, columns: ReadColumn[], others: Other[]): boolean =>
  columns.some(
    (column, index) => cellsUnder(column).includes(cell) && !others.some(one => one.column === index),
  );

function withMoved(cells: Cells, line: ReadLine, moved: Other[]): Cells {
  const next = { ...cells };
  for (const { from } of moved) for (const cell of from) delete next[cell];
  for (const { column, from, to } of moved) {
    const own = from.map(cell => cellAt(cells, cell)).find(Boolean);
    const text = line.printed[column] || own;
    if (text) next[to] = text;
  }
  return next;
}

/** The cells that a column fills. A heading over a group of columns may be left out of a column's name, so each is one. */
function cellsUnder({ headings, meaning, name }: ReadColumn): string[] {
  if (meaning === 'section') return [];
  if (meaning !== 'other') return [meaning];
  const parts = [headings, ...headings.map((_, left) => headings.filter((_, index) => index !== left))];
  const names = parts.map(texts => texts.join(' ').replace(/\s+/g, ' ').trim() || '—');
  return [...new Set(name === undefined ? names : [name])].map(own => `other:${own}`);
}

function headingsOf({ headings }: ReadColumn): string[] {
  const printed = [...new Set(headings.map(heading => heading.replace(/\s+/g, ' ').trim()).filter(Boolean))];
  return [printed.join(' – '), ...printed.slice(-1)].filter(Boolean);
}
