import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';

/** Whoever does a promise where nobody else is said: its own messenger, else whoever answers for the line. */
export async function messengerOf({ db }: Within, promise: string): Promise<string | null> {
  const { rows } = await sql<{ owner: string | null }>`
    select coalesce(owner_id, line_owner_id) as owner from promises where id = ${promise}`.execute(db);
  return rows[0]?.owner ?? null;
}
