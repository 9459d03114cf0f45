import { folded } from '../text/plain.ts';
import type { PlanRow } from './plan-row.ts';

const POINTER =
  /^(?:(?:as|see|same as|as per|as for|same|refer to|per) (?:the )?(?:above|previous(?: \w+)?|row above|before|preceding(?: \w+)?)|ditto|as above|"|''|〃|″|do\.)(?=$|[\s.,;:…\-(])/;

/** Whether a cell only points to the one above it ("as above", "ditto"), perhaps with a remark behind. */
export const pointsUp = (text: string): boolean => POINTER.test(folded(text));

/**
 * The row whose cell a pointer means: the nearest above in the same column that is not a pointer itself,
 * never across a section's title, since a new section begins a new thought.
 */
export function rowMeant(rows: PlanRow[], index: number, column: number): PlanRow | undefined {
  const from = rows[index];
  for (let above = index - 1; above >= 0; above--) {
    const row = rows[above];
    if (!row || !from || row.at.table !== from.at.table || row.section !== from.section) return undefined;
    const text = row.cells[column] ?? '';
    if (text && !pointsUp(text)) return row;
  }
  return undefined;
}
