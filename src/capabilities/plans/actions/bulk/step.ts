import type { Within } from '../../../../platform/database/database.ts';
import { type BulkChange, type BulkStatus, stillToDo, waitingIn } from '../../queries/bulk.ts';
import type { Wanted } from '../../rules/bulk/wanted.ts';
import type { Occasion } from '../save-line.ts';
import { weighLines } from './weigh-lines.ts';
import { changeLines, undoLines } from './write-lines.ts';

/** So many lines are dealt with while somebody waits for the page; of more, so many at a time by a job. */
export const AT_ONCE = 2_000;

/** The step that a change can be sent into, from where, and what it is when the step is done. */
const STEPS = {
  weighing: { from: ['picked', 'weighed'], ends: 'weighed' },
  changing: { from: ['weighed'], ends: 'changed' },
  undoing: { from: ['changed'], ends: 'undone' },
} as const satisfies Partial<Record<BulkStatus, { from: BulkStatus[]; ends: BulkStatus }>>;
export type Step = keyof typeof STEPS;

export const isStep = (status: BulkStatus): status is Step => Object.hasOwn(STEPS, status);

/**
 * Sends a change into its next step; false where it is not at the point from which that step begins, as when the button
 * was pressed twice. Weighing begins anew with what is wanted now.
 */
export async function beginStep(
  { db }: Within,
  id: string,
  step: Step,
  now: Temporal.Instant,
  wanted?: Wanted,
): Promise<boolean> {
  const begun = await db
    .updateTable('bulk_changes')
    .set({
      status: step,
      ...(wanted && { wanted: JSON.stringify(wanted) }),
      ...(step === 'changing' && { changed_at: now }),
    })
    .where('id', '=', id)
    .where('status', 'in', STEPS[step].from)
    .executeTakeFirst();
  if (begun.numUpdatedRows !== 1n) return false;
  if (step === 'weighing')
    await db
      .updateTable('bulk_change_lines')
      .set({ version: null, outcome: null, why: null, after: null, before: null, changes: '[]' })
      .where('change_id', '=', id)
      .execute();
  return true;
}

/** Deals with the next lines of the step that a change is in. True once the step is done. */
export async function takeStep(within: Within, change: BulkChange, occasion: Occasion): Promise<boolean> {
  const { status } = change;
  if (!isStep(status)) return true;
  if (status === 'weighing') await weighLines(within, change, AT_ONCE, occasion);
  if (status === 'changing') await changeLines(within, change, AT_ONCE, occasion.now);
  if (status === 'undoing') await undoLines(within, change, AT_ONCE, occasion.now);
  if (await stillToDo(within, change)) return false;
  await within.db
    .updateTable('bulk_changes')
    .set({ status: STEPS[status].ends })
    .where('id', '=', change.id)
    .where('status', '=', status)
    .execute();
  return true;
}

/** Where a step could not be finished however often it was tried: what is not done yet stays as it is, and says so. */
export async function giveUpStep({ db }: Within, { id, status }: BulkChange): Promise<void> {
  if (!isStep(status)) return;
  if (status !== 'weighing')
    await db
      .updateTable('bulk_change_lines')
      .set({ outcome: status === 'changing' ? 'alone' : 'kept', why: 'stopped' })
      .where('change_id', '=', id)
      .where(waitingIn(status))
      .execute();
  await db
    .updateTable('bulk_changes')
    .set({ status: status === 'weighing' ? 'picked' : STEPS[status].ends })
    .where('id', '=', id)
    .execute();
}
