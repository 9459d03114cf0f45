import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mergeReading } from '../../../src/capabilities/imports/rules/merge/merge.ts';
import { cellAt, sameCell } from '../../../src/capabilities/imports/rules/merge/same-cell.ts';
import type { ExportedPlan } from '../../../src/capabilities/plans/rules/export/exported.ts';
import type { Reading } from '../../../src/reading/reading.ts';
import { type FileEdit, fileEdits, withoutIdentities } from './file-edits.ts';
import { heldPlans } from './held-plans.ts';
import {
  afterMerge,
  changesNothing,
  type Edited,
  edited,
  expected,
  givenOut,
  inputOf,
  linesOf,
} from './merged-plans.ts';
import { editedHere, type PlanEdit, planEdits } from './plan-edits.ts';
import { readBack, type Way } from './written-and-read.ts';

type Runs = { numRuns: number; seed?: number };

/** Given out and read back, with what rows are known by or without it: nothing changed. */
export const unchangedChangesNothing = (way: Way, known: boolean, runs: Runs, plans = heldPlans) =>
  fc.assert(
    fc.asyncProperty(plans, async plan => {
      const given = givenOut(plan, way);
      const document = known ? given : withoutIdentities(given);
      changesNothing(plan, await readBack(document, way), way === 'csv');
    }),
    runs,
  );

/** Edits in the file alone: exactly these. */
export const editsThereAreFound = (way: Way, runs: Runs) =>
  fc.assert(
    fc.asyncProperty(heldPlans, fileEdits, (plan, edits) => foundExactly(plan, edits, way)),
    runs,
  );

export async function foundExactly(plan: ExportedPlan, edits: FileEdit[], way: Way): Promise<void> {
  const done = edited(plan, edits, true);
  checkFound(plan, done, await readBack(done.document, way));
}

export function checkFound(plan: ExportedPlan, done: Edited, reading: Reading): void {
  const input = inputOf(plan, reading);
  const outcome = mergeReading(input);
  const wanted = expected(plan, done);
  const changed = outcome.matched.flatMap(({ line, changes }) =>
    changes.map(({ cell, after }) => `${line} ${cell}: ${after}`),
  );
  const after = afterMerge(input, outcome);
  assert.deepEqual(
    {
      changed: changed.sort(),
      gone: outcome.gone.map(({ line }) => line).sort(),
      added: outcome.added.length,
      order: after.map(({ id, cells }) => id || cells.what),
      asked: outcome.doubtful.length + outcome.matched.flatMap(({ conflicts }) => conflicts).length,
    },
    { ...wanted, asked: 0 },
  );
}

/** The same without what rows are known by: whatever was taken for what, the plan says afterwards what the file says. */
export const strippedEditsCome = (way: Way, runs: Runs) =>
  fc.assert(
    fc.asyncProperty(heldPlans, fileEdits, (plan, edits) => comesAsTheFileIs(plan, edits, way)),
    runs,
  );

export async function comesAsTheFileIs(plan: ExportedPlan, edits: FileEdit[], way: Way): Promise<void> {
  const done = edited(plan, edits, false);
  const input = inputOf(plan, await readBack(done.document, way));
  const after = afterMerge(input, mergeReading(input));
  const words = (texts: string[]) => texts.map(text => text.replace(/\s+/g, ' ')).join(' | ');
  assert.deepEqual(
    after.map(({ cells }) => words(done.fields.map(field => cellAt(cells, field)))),
    done.tables.flatMap(({ rows }) => rows.map(({ cells }) => words(cells.slice(0, done.fields.length)))),
  );
}

/** Edits in the file and here: each is there afterwards, or is asked about with all three values; none is lost. */
export const editsOnBothSides = (way: Way, runs: Runs) =>
  fc.assert(
    fc.asyncProperty(heldPlans, fileEdits, planEdits, fc.boolean(), (plan, theirs, ours, known) =>
      noneIsLost(plan, theirs, ours, way, known),
    ),
    runs,
  );

export async function noneIsLost(
  plan: ExportedPlan,
  theirs: FileEdit[],
  ours: PlanEdit[],
  way: Way,
  known: boolean,
): Promise<void> {
  const base = linesOf(plan);
  const here = editedHere(base, ours);
  const done = edited(plan, theirs, known);
  const input = inputOf(plan, await readBack(done.document, way), here);
  const outcome = mergeReading(input);
  const after = new Map(afterMerge(input, outcome).map(({ id, cells }) => [id, cells]));
  const lost: string[] = [];
  const asked = new Set(
    [...outcome.matched, ...outcome.doubtful].flatMap(({ line, conflicts }) =>
      conflicts.map(({ cell }) => `${line} ${cell}`),
    ),
  );
  const was = new Map(base.map(({ id, cells }) => [id, cells]));
  // ours: what was changed here stands as it was changed, asked about or not
  for (const { id, cells } of here)
    for (const [cell, text] of Object.entries(cells)) {
      const edit = !was.has(id) || !sameCell(cellAt(was.get(id)!, cell), text);
      const now = after.get(id);
      if (edit && !(now && sameCell(cellAt(now, cell), text))) lost.push(`ours ${id} ${cell}: ${text}`);
    }
  // theirs: each row of the file stands somewhere in its words, or is asked about
  const matched = new Map([...outcome.matched, ...outcome.doubtful].map(one => [one.row, one.line]));
  const out = new Set(outcome.takenOut.map(({ row }) => row));
  const added = new Set(outcome.added);
  for (const [row, { cells, says }] of input.rows.entries()) {
    if (out.has(row) || added.has(row)) continue;
    const line = matched.get(row);
    if (line === undefined) lost.push(`row ${row} is nowhere`);
    else
      for (const cell of says) {
        const [old, text] = [was.get(line), cellAt(cells, cell)];
        const edit = cell !== 'state' && (!old || !sameCell(cellAt(old, cell), text));
        const kept = sameCell(cellAt(after.get(line)!, cell), text) || asked.has(`${line} ${cell}`);
        if (edit && !kept) lost.push(`theirs ${line} ${cell}: ${text}`);
      }
  }
  const seen = [...matched.keys(), ...out, ...added].length;
  assert.deepEqual({ lost, seen }, { lost: [], seen: input.rows.length });
}
