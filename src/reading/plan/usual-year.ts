import type { Column } from '../headings/columns.ts';
import type { PlanRow } from '../lines/plan-row.ts';

/** The year that a plan's own times name most, for those of its times that name none; undefined where none does. */
export function usualYear(columns: Column[], rows: PlanRow[]): number | undefined {
  const when = columns.findIndex(column => column.meaning === 'when');
  const counts = new Map<number, number>();
  for (const row of rows) {
    for (const year of (row.cells[when] ?? '').match(/\b20\d\d\b/g) ?? []) {
      counts.set(Number(year), (counts.get(Number(year)) ?? 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0];
}
