import type { Within } from '../../../platform/database/database.ts';
import { recordMany } from '../../../platform/history/history.ts';
import type { Exported } from '../rules/export/exported.ts';
import type { ExportFormat } from '../rules/export/formats.ts';

/**
 * Keeps what was given out, to whom and when, and says so in the history of each plan; gives back what the file is to be
 * known by. In the transaction that reads the lines, so that a file that comes back is compared with what stood then.
 */
export async function giveOut(
  within: Within,
  { plans }: Exported,
  { ending, given }: ExportFormat,
  now: Temporal.Instant,
): Promise<string> {
  const counts = plans.map(({ id, sections }) => ({
    id: id!,
    lines: sections.reduce((sum, section) => sum + section.lines.length, 0),
  }));
  const { id } = await within.db
    .insertInto('exports')
    .values({
      plan_id: counts.length === 1 ? counts[0]!.id : null,
      format: ending,
      lines: counts.reduce((sum, { lines }) => sum + lines, 0),
      made_by: within.actor.name,
      made_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await lockPlans(
    within,
    counts.map(plan => plan.id),
  );
  const deeds = counts.map(({ id: plan, lines }) => ({
    subject: { kind: 'plan', id: plan },
    action: `was given ${lines === 1 ? 'its one line' : `${lines} lines`} as ${given}`,
    changes: [],
  }));
  await recordMany(within, deeds, now);
  return id;
}

/** In one order for everybody: two who take the same plans wait for each other, and never both. */
async function lockPlans({ db }: Within, ids: string[]): Promise<void> {
  if (ids.length)
    await db.selectFrom('plans').select('id').where('id', 'in', ids).orderBy('id').forUpdate().execute();
}
