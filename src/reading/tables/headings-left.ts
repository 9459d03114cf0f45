import { filled } from '../grid/grid.ts';
import type { Column } from '../headings/columns.ts';
import type { Leftover } from '../lines/gather.ts';
import { folded } from '../text/plain.ts';
import type { Stretch } from './stretches.ts';

/**
 * Printed headings belong to no line and are kept aside, except that the heading of a column with no field stands
 * in its lines as a key: of these only repetitions are left over. `named` remembers which keys have been printed.
 */
export function headingsLeft(
  stretch: Stretch,
  columns: Column[],
  used: Set<string>,
  named: Set<string>,
  order: number,
): Leftover[] {
  const keys = new Set<string>();
  const left = stretch.headings.flatMap(row => {
    const texts = filled(row)
      .filter(cell => {
        const column = columns[cell.column];
        const key = folded(column?.name ?? '');
        const isKey =
          column?.meaning === 'other' &&
          used.has(key) &&
          column.parts.some(part => folded(part) === folded(cell.text));
        if (isKey) keys.add(key);
        return !isKey || named.has(key);
      })
      .map(cell => cell.text);
    return texts.length ? [{ text: texts.join(' | '), where: row.where, order }] : [];
  });
  for (const key of keys) named.add(key);
  return left;
}
