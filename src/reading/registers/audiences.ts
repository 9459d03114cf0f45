import type { Column } from '../headings/columns.ts';
import type { Sense } from '../headings/senses.ts';
import type { PlanRow } from '../lines/plan-row.ts';
import type { Reading } from '../reading.ts';

const ROLES: readonly Sense[] = ['role', 'purpose', 'message', 'outcome', 'channel'];

/** One row of a list of audiences: who they are, in which group, and what they are to do. No cell is left out. */
export function audienceOf(row: PlanRow, columns: Column[]): Reading['audiences'][number] {
  const name: string[] = [];
  const detail: string[] = [];
  const role: string[] = [];
  columns.forEach((column, index) => {
    const text = row.cells[index] ?? '';
    if (!text || column.meaning === 'section') return;
    if (column.meaning === 'audience') name.push(text);
    else (column.sense && ROLES.includes(column.sense) ? role : detail).push(text);
  });
  return {
    group: row.section?.text ?? '',
    name: name.join('\n'),
    detail: detail.join('\n'),
    role: role.join('\n'),
  };
}
