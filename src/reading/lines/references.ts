import type { Column } from '../headings/columns.ts';
import { folded } from '../text/plain.ts';
import { headedBy } from '../text/reference.ts';
import type { PlanRow } from './plan-row.ts';

/** Most rows must begin with a number of their own before numbers at the head of texts are taken for references. */
const MOST = 0.6;

/**
 * The column whose texts begin with the rows' numbers ("1. That…", "R2: …"), where no column of its own holds them.
 * Lists inside cells also begin with numbers, but all with the same one.
 */
export function numberedColumn(columns: Column[], rows: PlanRow[]): number | undefined {
  if (columns.some(column => column.meaning === 'reference')) return undefined;
  for (const field of ['recommendation', 'what', 'audience'] as const) {
    const index = columns.findIndex(column => column.meaning === field);
    if (index < 0) continue;
    const texts = rows.map(row => row.cells[index] ?? '').filter(Boolean);
    const numbers = texts.flatMap(text => headedBy(text)?.reference ?? []).map(folded);
    const own = new Set(numbers).size;
    if (own >= Math.max(1, texts.length * MOST) && own >= numbers.length * 0.8) return index;
  }
  return undefined;
}
