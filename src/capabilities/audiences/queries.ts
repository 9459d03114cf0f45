import { sql } from 'kysely';
import type { Within } from '../../platform/database/database.ts';
import { thousands } from '../../platform/govuk/words.ts';

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
