import type { Column } from '../headings/columns.ts';
import { FIELDS, type Field, type ReadLine, type Taken } from '../reading.ts';
import { headedBy } from '../text/reference.ts';
import { pointsUp, rowMeant } from './as-above.ts';
import type { PlanRow } from './plan-row.ts';

/** What is needed to look at the rows above: see `LineFacts`. */
type RowsAbove = { columns: Column[]; rows: PlanRow[]; printed: PlanRow[]; numbered: number | undefined };
type TakenFields = Partial<Record<Field, Taken>>;

/** Fields that a row leaves to one above: by "as above", or because its cell is part of a taller one. */
export function takenFrom(index: number, facts: RowsAbove, line: ReadLine): TakenFields {
  const row = facts.rows[index];
  const taken: TakenFields = {};
  const stands = facts.printed === facts.rows ? () => index : () => placeOf(row, facts.printed);
  facts.columns.forEach((column, at) => {
    const field = FIELDS.find(one => one === column.meaning);
    if (!field || !row) return;
    const above = aboveBy(row, at, facts.printed);
    if (above && !line[field]) Object.assign(taken, mergedDown(above, at, field, at === facts.numbered));
    const meant = pointsUp(line[field] ?? '') ? rowMeant(facts.printed, stands(), at) : undefined;
    if (meant) taken[field] = { text: meant.cells[at] ?? '', row: meant.at.row, because: 'as above' };
  });
  return taken;
}

const placeOf = (row: PlanRow | undefined, printed: PlanRow[]): number =>
  printed.findIndex(other => other.at.row === row?.at.row);

function aboveBy(row: PlanRow, column: number, rows: PlanRow[]): PlanRow | undefined {
  const merged = row.merged[column];
  if (merged === undefined) return undefined;
  return rows.find(other => other.at.table === row.at.table && other.at.row === merged);
}

/** A text that carries the row's number ("1. That…") gives both down. */
function mergedDown(above: PlanRow, column: number, field: Field, numbered: boolean): TakenFields {
  const text = above.cells[column] ?? '';
  const headed = numbered ? headedBy(text) : undefined;
  const from = { row: above.at.row, because: 'merged cell' } as const;
  if (!headed) return { [field]: { text, ...from } };
  return { reference: { text: headed.reference, ...from }, [field]: { text: headed.rest, ...from } };
}
