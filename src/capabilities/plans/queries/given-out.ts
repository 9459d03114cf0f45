import type { Within } from '../../../platform/database/database.ts';
import type { ExportFormat } from '../rules/export/formats.ts';

export type GivenOut = { at: Temporal.Instant; by: string; format: ExportFormat['ending']; lines: number };

/** What was given out of a plan, or of several at once, newest first. */
export async function givenOut({ db }: Within, plan: string | undefined, most = 10): Promise<GivenOut[]> {
  const rows = await db
    .selectFrom('exports')
    .select(['made_at as at', 'made_by as by', 'format', 'lines'])
    .where('plan_id', plan ? '=' : 'is', plan ?? null)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map(row => ({ ...row, format: row.format as GivenOut['format'] }));
}
