import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { linkLinesAsked } from '../../../platform/register/link-lines.ts';

/** So many lines are linked anew one by one; a name that more of them say is found when they are next saved or read. */
const MOST = 500;

/** Lines that named nobody known may name an audience that has got a name: they are looked at again. */
export async function askUnknown(within: Within, audience: string, now: Temporal.Instant): Promise<void> {
  const { rows } = await sql<{ plan: string; line: string }>`
    select u.plan_id as plan, u.line_id as line from unknown_audiences u join audiences a on a.id = ${audience}
    where strpos(lower(u.words), lower(a.name)) > 0
      or exists (select from unnest(a.also_called) name where strpos(lower(u.words), lower(name)) > 0)
    order by u.line_id limit ${sql.lit(MOST)}`.execute(within.db);
  for (const asked of rows) await enqueue(within, linkLinesAsked, asked, now);
}
