import assert from 'node:assert/strict';
import { applyDecisions } from '../../../src/capabilities/imports/rules/merge/apply-decisions.ts';
import { asReadBack } from '../../../src/capabilities/imports/rules/merge/as-read-back.ts';
import { fileRows } from '../../../src/capabilities/imports/rules/merge/file-rows.ts';
import { countsOf, mergeReading } from '../../../src/capabilities/imports/rules/merge/merge.ts';
import type {
  Cells,
  MergeInput,
  MergeOutcome,
  Placed,
  PlanLine,
} from '../../../src/capabilities/imports/rules/merge/merging.ts';
import { cellAt, sameCell } from '../../../src/capabilities/imports/rules/merge/same-cell.ts';
import { asOneTable } from '../../../src/capabilities/plans/rules/export/as-one-table.ts';
import { documentOf } from '../../../src/capabilities/plans/rules/export/document.ts';
import type { ExportedPlan } from '../../../src/capabilities/plans/rules/export/exported.ts';
import { knownHeadings } from '../../../src/capabilities/plans/rules/export/headings.ts';
import { readBack } from '../../../src/capabilities/plans/rules/export/read-back.ts';
import type { DocumentOut } from '../../../src/documents/document-out.ts';
import { FIELDS, type Reading } from '../../../src/reading/reading.ts';
import { type EditedTable, editedTables, type FileEdit, withTables } from './file-edits.ts';
import { EXPORT, fieldsIn } from './held-plans.ts';
import type { Way } from './written-and-read.ts';

const today = Temporal.PlainDate.from('2025-04-01');
const made = { by: 'Borough of Ashmere', at: Temporal.Instant.from('2025-04-01T09:00:00Z'), export: EXPORT };

/** As it is written in a format; separated values have one table. */
export const givenOut = (plan: ExportedPlan, way: Way): DocumentOut =>
  documentOf(
    way === 'csv' ? asOneTable({ plans: [plan], title: plan.title, whole: true }).plans[0]! : plan,
    made,
  );

/** The lines of a plan as a merge takes them. */
export const linesOf = (plan: ExportedPlan): PlanLine[] =>
  plan.sections.flatMap(({ title, lines }) =>
    lines.map(line => {
      const other = Object.entries(line.other).map(([name, text]) => [`other:${name}`, text]);
      const fields = FIELDS.map(field => [field, line[field]]);
      return {
        id: line.id!,
        version: 1,
        cells: { ...Object.fromEntries([...fields, ...other]), state: line.state, section: title },
      };
    }),
  );

export const inputOf = (
  plan: ExportedPlan,
  reading: Reading,
  ours = linesOf(plan),
  oneTable = false,
): MergeInput => ({
  lines: ours,
  base: asReadBack(
    linesOf(plan).map(({ id, cells }) => ({ id, cells })),
    fileRows(
      readBack(plan, { today, known: reading.identity !== undefined, oneTable }),
      knownHeadings(plan.sections),
    ),
  ),
  rows: fileRows(reading, knownHeadings(plan.sections)),
});

/** A file that nobody edited. */
export function changesNothing(plan: ExportedPlan, reading: Reading, oneTable = false): void {
  const input = inputOf(plan, reading, linesOf(plan), oneTable);
  const outcome = mergeReading(input);
  const unchanged = input.base.filter(({ unseen }) => !unseen).length;
  const nothing = { new: 0, changed: 0, gone: 0, doubtful: 0, conflicts: 0, moved: 0, takenOut: 0 };
  assert.deepEqual(
    { ...countsOf(outcome), changes: changesIn(outcome) },
    { ...nothing, unchanged, changes: [] },
  );
}

const changesIn = ({ matched }: MergeOutcome) =>
  matched.flatMap(({ line, changes, conflicts }) =>
    [...changes, ...conflicts].map(({ cell, ...words }) => ({ line, cell, ...words })),
  );

export type Edited = { document: DocumentOut; tables: EditedTable[]; fields: string[] };

export function edited(plan: ExportedPlan, edits: FileEdit[], known: boolean): Edited {
  const document = givenOut(plan, 'memory');
  const fields = fieldsIn(plan);
  const tables = editedTables(document, fields, edits);
  return { document: withTables(document, tables, known), tables, fields };
}

/** What the file's edits come to: the cells that differ by line, the lines that are gone, and rows of no line. */
export function expected(plan: ExportedPlan, { tables, fields }: Edited) {
  const lines = new Map(linesOf(plan).map(line => [line.id, line.cells]));
  const rows = tables.flatMap(table => table.rows);
  const changed = rows.flatMap(({ of, cells }) =>
    fields.flatMap((field, index) => {
      const before = of ? cellAt(lines.get(of)!, field) : (cells[index] ?? '');
      return sameCell(before, cells[index] ?? '') ? [] : [`${of} ${field}: ${cells[index]}`];
    }),
  );
  const seen = new Set(rows.map(({ of }) => of));
  return {
    changed: changed.sort(),
    gone: [...lines.keys()].filter(id => !seen.has(id)).sort(),
    added: rows.filter(({ of }) => !of).length,
    order: rows.map(({ of, cells }) => of || cells[fields.indexOf('what')]!),
  };
}

/** The lines after a merge in their new order, closed ones left out. */
export function afterMerge(
  input: MergeInput,
  outcome: MergeOutcome,
  all: 'same' | 'undecided' = 'same',
): { id: string; cells: Cells }[] {
  const doubtful =
    all === 'same'
      ? outcome.doubtful.map(({ row }) => ({ at: input.rows[row]!.at, is: 'same' as const }))
      : [];
  const writes = applyDecisions(input, outcome, { doubtful });
  const lines = new Map(input.lines.map(({ id, cells }) => [id, cells]));
  for (const { line, cells } of writes.updates) lines.set(line, { ...lines.get(line), ...cells });
  const closed = new Set(writes.closures.map(({ line }) => line));
  const inserted = new Map(writes.inserts.map(({ row, cells }) => [row, cells]));
  const order: Placed[] = writes.order ?? input.lines.map(({ id }) => ({ line: id }));
  return order.flatMap(one => {
    if ('row' in one) return [{ id: '', cells: inserted.get(one.row)! }];
    return closed.has(one.line) ? [] : [{ id: one.line, cells: lines.get(one.line)! }];
  });
}
