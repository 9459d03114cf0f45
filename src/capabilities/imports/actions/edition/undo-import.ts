import { refuse } from '../../../../language/refusal.ts';
import type { Within } from '../../../../platform/database/database.ts';
import { enqueue } from '../../../../platform/jobs/enqueue.ts';
import { acceptedImport, inTheWay } from '../../queries/edition/accepted.ts';
import { undoEditionJob } from '../../undo-edition-job.ts';
import { type NotTakenBack, takeImportBack } from './take-import-back.ts';

/** So many lines are put back while the person waits; more take longer than a page may. */
const AT_ONCE = 500;

/**
 * Takes an accepted document back: a plan that was made of it is taken out, an edition that was worked in is as if it
 * had never been. The reading can be accepted anew. Refused, with nothing done, where anybody changed its lines since.
 * An edition of many lines is taken back by a job, in the name of `person`.
 */
export async function undoImport(
  within: Within,
  { reading, person }: { reading: string; person: string },
  now: Temporal.Instant,
): Promise<{ made: boolean; later?: true } | NotTakenBack> {
  const accepted = await acceptedImport(within, reading);
  if (!accepted || (accepted.edition?.touched.length ?? 0) <= AT_ONCE)
    return takeImportBack(within, reading, now);
  if ((await inTheWay(within, accepted)).length) return refuse('in-the-way');
  const asked = await within.db
    .updateTable('merges')
    .set({ status: 'undoing', problem: null })
    .where('reading_id', '=', reading)
    .where('status', '=', 'accepted')
    .executeTakeFirst();
  if (asked.numUpdatedRows === 1n) await enqueue(within, undoEditionJob, { reading, account: person }, now);
  return { made: false, later: true };
}
