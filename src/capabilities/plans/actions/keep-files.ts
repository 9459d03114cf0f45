import type { Within } from '../../../platform/database/database.ts';
import { KEPT_HOURS } from '../queries/export-files.ts';

/** Files that were asked for more than a day ago go, whoever asked for them. */
export async function clearOldFiles({ db }: Within, now: Temporal.Instant): Promise<void> {
  await db
    .deleteFrom('export_files')
    .where('asked_at', '<', now.subtract({ hours: KEPT_HOURS }))
    .execute();
}

/** The file lies ready for a day; without one it needs more time or memory than there is. */
export async function keepFile(
  { db }: Within,
  id: string,
  file: { name: string; content: Uint8Array } | undefined,
): Promise<boolean> {
  const kept = await db
    .updateTable('export_files')
    .set(
      file ? { status: 'made', name: file.name, content: Buffer.from(file.content) } : { status: 'unable' },
    )
    .where('id', '=', id)
    .where('status', '=', 'waiting')
    .executeTakeFirst();
  return kept.numUpdatedRows === 1n;
}
