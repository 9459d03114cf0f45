import type { Within } from '../../../platform/database/database.ts';
import type { ExportFormat } from '../rules/export/formats.ts';

/** A file that was asked for and is written by a job. `said`: which lines, in the words of an address. */
export type ExportFile = {
  id: string;
  plan: string | null;
  said: Record<string, string>;
  format: ExportFormat['ending'];
  lines: number;
  status: 'waiting' | 'made' | 'unable';
  name: string;
  askedAt: Temporal.Instant;
};

/** How long a file lies ready. */
export const KEPT_HOURS = 24;

/** One's own of the last day; what somebody else asked for is not found. */
export async function exportFile(
  { db, actor }: Within,
  id: string,
  now: Temporal.Instant,
): Promise<ExportFile | undefined> {
  const row = await db
    .selectFrom('export_files')
    .select(['id', 'plan_id as plan', 'said', 'format', 'lines', 'status', 'name', 'asked_at as askedAt'])
    .where('id', '=', id)
    .where('made_by', '=', actor.id)
    .where('asked_at', '>', now.subtract({ hours: KEPT_HOURS }))
    .executeTakeFirst();
  return row && (row as ExportFile);
}

/** The bytes of one that `exportFile` found. */
export async function contentOf({ db }: Within, id: string): Promise<Uint8Array | undefined> {
  const row = await db
    .selectFrom('export_files')
    .select('content')
    .where('id', '=', id)
    .where('status', '=', 'made')
    .executeTakeFirst();
  return row?.content ?? undefined;
}
