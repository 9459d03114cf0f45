import { sql } from 'kysely';
import type { Within } from '../database/database.ts';

/**
 * Messages of a kind that have not left yet wait until a moment, where they would be tried before: what a server kept back
 * over the day would else arrive at night. The time in which they are tried is as long as it was.
 */
export async function holdBack({ db }: Within, kind: string, until: Temporal.Instant): Promise<void> {
  await sql`
    update messages set give_up_at = give_up_at + (${until}::timestamptz - next_try_at), next_try_at = ${until}
    where kind = ${kind} and state = 'waiting' and next_try_at < ${until}
  `.execute(db);
}
