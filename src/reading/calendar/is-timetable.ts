import type { Column } from '../headings/columns.ts';
import type { Stretch } from '../tables/stretches.ts';
import { isSign } from './marks.ts';
import { periodsOf } from './periods.ts';

/**
 * Whether rows are tasks and the times that are marked for them, with no owner and nothing else: a plan all the same.
 * Figures by month are none.
 */
export function isTimetable(columns: Column[], { rows }: Stretch): boolean {
  if (!columns.some(({ meaning }) => meaning === 'what')) return false;
  const periods = periodsOf(columns.map(column => column.headings));
  const cells = rows.flatMap(row => row.cells.filter(({ column }) => periods[column]));
  return (
    cells.every(({ text }) => text === '' || isSign(text)) &&
    cells.some(({ text, fill }) => text !== '' || fill)
  );
}
