import { sql } from 'kysely';
import type { Within } from '../../../../platform/database/database.ts';
import { KEPT_HOURS } from '../../queries/bulk.ts';
import { conditions } from '../../queries/line-conditions.ts';
import type { Filter } from '../../rules/asked.ts';

/** Lines ticked one by one, or all that a filter finds. */
export type Picked = { lines: string[] } | { filter: Filter };

/**
 * Notes which lines somebody wants to change together, and gives the change its identifier; nothing where no line is
 * there any more. What was picked and done more than a day ago is forgotten on the way: the lines' histories keep it.
 */
export async function pickLines(
  within: Within,
  { picked, back, plan }: { picked: Picked; back: string; plan?: string },
  now: Temporal.Instant,
): Promise<{ id: string } | undefined> {
  const { db, actor } = within;
  await db
    .deleteFrom('bulk_changes')
    .where('made_by', '=', actor.id)
    .where('made_at', '<=', now.subtract({ hours: KEPT_HOURS }))
    .execute();
  const { id } = await db
    .insertInto('bulk_changes')
    .values({ made_by: actor.id ?? NOBODY, plan_id: plan ?? null, back, lines: 0, made_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  const which =
    'lines' in picked
      ? sql`l.id = any(${picked.lines}::uuid[]) and ${conditions({})}`
      : conditions(picked.filter);
  const found = await sql`
    insert into bulk_change_lines (change_id, number, line_id, plan_id)
    select ${id}, row_number() over (order by l.plan_id, l.position), l.id, l.plan_id from lines l where ${which}
  `.execute(db);
  const lines = Number(found.numAffectedRows ?? 0n);
  if (!lines) {
    await db.deleteFrom('bulk_changes').where('id', '=', id).execute();
    return undefined;
  }
  await db.updateTable('bulk_changes').set({ lines }).where('id', '=', id).execute();
  return { id };
}

/** The clock picks nothing; a change of nobody is seen by nobody. */
const NOBODY = '00000000-0000-0000-0000-000000000000';
