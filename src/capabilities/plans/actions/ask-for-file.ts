import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { json } from '../../../platform/database/json.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import type { Asked } from '../rules/asked.ts';
import { saidOf } from '../rules/asked-address.ts';
import type { ExportFormat } from '../rules/export/formats.ts';
import { writeFileJob } from '../write-file-job.ts';

export type FileAskedFor = { asked: Asked; format: ExportFormat['ending']; lines: number };

/** Has a long file written by a job; the one that is being written where the same is asked for again. */
export async function askForFile(
  within: Within,
  { asked, format, lines }: FileAskedFor,
  now: Temporal.Instant,
): Promise<string> {
  const { db, actor } = within;
  const said = json({ ...saidOf({ ...asked, plan: undefined }), ...(asked.view && { view: asked.view }) });
  const plan = asked.plan ?? null;
  const known = await db
    .selectFrom('export_files')
    .select('id')
    .where('made_by', '=', actor.id)
    .where('status', '=', 'waiting')
    .where('format', '=', format)
    .where('plan_id', 'is not distinct from', plan)
    .where(sql<boolean>`said = ${said}`)
    .where('asked_at', '>', now.subtract({ hours: 1 }))
    .executeTakeFirst();
  if (known) return known.id;
  const { id } = await db
    .insertInto('export_files')
    .values({ made_by: actor.id!, plan_id: plan, said, format, lines, asked_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  await enqueue(within, writeFileJob, { exportFile: id, account: actor.id! }, now);
  return id;
}
