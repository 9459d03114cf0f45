import type { Progress } from '../../../documents/progress.ts';
import type { Within } from '../../../platform/database/database.ts';
import { json } from '../../../platform/database/json.ts';
import type { ReadingStatus } from '../stored-reading.ts';

/** Keeps how far a reading has come. False where nobody waits for it any more in this version. */
export async function noteProgress(
  { db }: Within,
  { id, version }: { id: string; version: number },
  progress: Progress | undefined,
): Promise<boolean> {
  const waiting = await db
    .updateTable('readings')
    .set({ progress: progress ? json(progress) : null })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('status', '=', 'waiting')
    .returning('id')
    .executeTakeFirst();
  return waiting !== undefined;
}

export type HowFar = { status: ReadingStatus; progress: Progress | null };

/** Only how far a reading has come; for asking often. */
export async function howFar({ db }: Within, id: string): Promise<HowFar | undefined> {
  const row = await db
    .selectFrom('readings')
    .select(['status', 'progress'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { status: row.status as ReadingStatus, progress: row.progress as Progress | null };
}
