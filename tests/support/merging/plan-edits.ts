import fc from 'fast-check';
import type { PlanLine } from '../../../src/capabilities/imports/rules/merge/merging.ts';
import { identityOf } from './held-plans.ts';

/** What people do to a plan here while its file is edited elsewhere. Lines are counted round again. */
export type PlanEdit =
  | { do: 'write'; line: number; cell: string; text: string }
  | { do: 'add'; to: number; text: string }
  | { do: 'take out'; line: number };

const line = fc.nat(20);
export const planEdits: fc.Arbitrary<PlanEdit[]> = fc.array(
  fc.oneof(
    fc.record({
      do: fc.constant('write' as const),
      line,
      cell: fc.constantFrom('owner', 'comments', 'how', 'when', 'what', 'state', 'budget'),
      text: fc.constantFrom('Mae Lund', 'Agreed with the trustees', 'ongoing', 'By 3 May 2025', ''),
    }),
    fc.record({
      do: fc.constant('add' as const),
      to: line,
      text: fc.constantFrom('Open a stall at the Saturday market', 'Film the lifeboat crew for schools'),
    }),
    fc.record({ do: fc.constant('take out' as const), line }),
  ),
  { maxLength: 5 },
);

/** The lines of the plan after the edits. */
export function editedHere(lines: PlanLine[], edits: PlanEdit[]): PlanLine[] {
  const here = lines.map(({ cells, ...one }) => ({ ...one, cells: { ...cells } }));
  let fresh = 600;
  for (const edit of edits) {
    if (edit.do === 'add') {
      const cells = { what: edit.text, when: 'Monthly', section: here[0]!.cells.section!, state: 'unknown' };
      here.splice(edit.to % (here.length + 1), 0, { id: identityOf(fresh++), version: 1, cells });
    } else if (edit.do === 'take out') {
      if (here.length > 2) here.splice(edit.line % here.length, 1);
    } else if (edit.text || !['what', 'state'].includes(edit.cell)) {
      const state = edit.cell === 'state' ? 'ongoing' : edit.text;
      here[edit.line % here.length]!.cells[edit.cell] = state;
    }
  }
  return here;
}
