import { sql } from 'kysely';
import { thousands } from '../../language/words.ts';
import type { Within } from '../../platform/database/database.ts';
import type { Draw } from '../organisations/index.ts';

/** More than this are not counted: by then the number decides nothing. */
const MOST_COUNTED = 1000;

/** How many lines name an audience that nobody knows: "12", "more than 1,000". */
export async function countUnknown({ db }: Within): Promise<string> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count from (
      select from unknown_audiences u join plans p on p.id = u.plan_id
      where p.removed_at is null limit ${sql.lit(MOST_COUNTED + 1)}) counted`.execute(db);
  const { count } = found.rows[0]!;
  return count > MOST_COUNTED ? `${thousands(MOST_COUNTED)}+` : thousands(count);
}

export type StoredDraw = Draw & { id: string; withinName: string | null; oneName: string | null };

/** What an audience, with those that became it, draws its members from, and the names of what each draw says. */
export async function drawsOf({ db }: Within, audience: string): Promise<StoredDraw[]> {
  const { rows } = await sql<StoredDraw>`
    select d.id, d.of, d.kind, d.named, d.role, d.within_id as within, coalesce(d.body_id, d.area_id) as one,
      (select a.name from areas a where a.id = d.within_id) as "withinName",
      coalesce((select b.name from bodies b where b.id = d.body_id), (select a.name from areas a where a.id = d.area_id)) as "oneName"
    from audience_draws d where d.audience_id in (select a.id from audiences a where ${audience}::uuid in (a.id, a.merged_into))
    order by d.created_at, d.id`.execute(db);
  return rows;
}
