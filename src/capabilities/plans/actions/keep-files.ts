import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { KEPT_HOURS } from '../queries/export-files.ts';

/** Files that were asked for more than a day ago go, whoever asked for them. */
export async function clearOldFiles({ db }: Within, now: Temporal.Instant): Promise<void> {
  await db
    .deleteFrom('export_files')
    .where('asked_at', '<', now.subtract({ hours: KEPT_HOURS }))
    .execute();
}

/** Of which plans somebody sees anything, and of which also what is marked; of nobody who sees everything. */
export type SeenPlans = { plans: string[]; marked: string[] };

export async function plansSeen({ db, sight }: Within): Promise<SeenPlans | undefined> {
  if (!sight) return undefined;
  const { rows } =
    await sql<SeenPlans>`select plans_seen(false) as plans, plans_seen(true) as marked`.execute(db);
  return rows[0];
}

/** `seen`: of what it was written, so that it is not found by whoever may see less by then. */
export type WrittenFile = { name: string; content: Uint8Array; seen: SeenPlans | undefined };

/** The file lies ready for a day; without one it needs more time or memory than there is. */
export async function keepFile({ db }: Within, id: string, file: WrittenFile | undefined): Promise<boolean> {
  const made = file && {
    status: 'made',
    name: file.name,
    content: Buffer.from(file.content),
    from_plans: file.seen?.plans ?? null,
    from_marked: file.seen?.marked ?? null,
  };
  const kept = await db
    .updateTable('export_files')
    .set(made ?? { status: 'unable' })
    .where('id', '=', id)
    .where('status', '=', 'waiting')
    .executeTakeFirst();
  return kept.numUpdatedRows === 1n;
}
