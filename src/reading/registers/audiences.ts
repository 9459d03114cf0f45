import type { Column } from '../headings/columns.ts';
import type { Sense } from '../headings/senses.ts';
import type { PlanRow } from '../lines/plan-row.ts';
import type { Reading } from '../reading.ts';

const ROLES: readonly Sense[] = ['role', 'purpose', 'message', 'outcome', 'channel'];

/** One row of a list of audiences: who they are, in which group, and what they are to do. No cell is left out. */
export function audienceOf(row: PlanRow, columns: Column[]): Reading['audiences'][number] {
  const cellsFor = (place: AudiencePlace) =>
    row.cells.filter((text, index) => text && columns[index] && audiencePlace(columns[index]) === place);
  return {
    group: row.section?.text ?? '',
    name: cellsFor('name').join('\n'),
    detail: cellsFor('detail').join('\n'),
    role: cellsFor('role').join('\n'),
  };
}

export type AudiencePlace = 'group' | 'name' | 'detail' | 'role';

/** What the cells of a column say of an audience. */
export function audiencePlace({ meaning, sense }: Column): AudiencePlace {
  if (meaning === 'section') return 'group';
  if (meaning === 'audience') return 'name';
  return sense && ROLES.includes(sense) ? 'role' : 'detail';
}
