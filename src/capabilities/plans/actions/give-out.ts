import type { Within } from '../../../platform/database/database.ts';
import { recordMany } from '../../../platform/history/history.ts';
import { noteMarkedReads } from '../../../platform/privacy/marked-reads.ts';
import type { Exported } from '../rules/export/exported.ts';
import type { ExportFormat } from '../rules/export/formats.ts';
import { markedIn, type Shown } from '../rules/marked.ts';

/**
 * Keeps what was given out, to whom and when, and says so in the history of each plan; gives back what the file is to be
 * known by. In the transaction that reads the lines, so that a file that comes back is compared with what stood then.
 */
export async function giveOut(
  within: Within,
  { plans }: Exported,
  { ending, given }: ExportFormat,
  { now, today }: { now: Temporal.Instant; today: Temporal.PlainDate },
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
  await noteMarkedReads(within, { records: markedIn(givenOut(plans)), way: 'file' }, { now, today });
  return id;
}

const givenOut = (plans: Exported['plans']): Shown => ({
  plans: plans.map(plan => ({ ...plan, id: plan.id! })),
  lines: plans.flatMap(({ id: plan, sections }) =>
    sections.flatMap(({ lines }) =>
      lines.map(line => ({ ...line, id: line.id!, plan: plan!, position: line.kept?.position ?? 0 })),
    ),
  ),
});

/** In one order for everybody: two who take the same plans wait for each other, and never both. */
async function lockPlans({ db }: Within, ids: string[]): Promise<void> {
  if (ids.length)
    await db.selectFrom('plans').select('id').where('id', 'in', ids).orderBy('id').forUpdate().execute();
}
