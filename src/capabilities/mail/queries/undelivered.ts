import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';

/** Why a message reached nobody: no server took it, nobody took it for two days, or a server sent it back. */
export type WhyUndelivered = 'refused' | 'given-up' | 'bounced';

/** A message that reached nobody, by the record that it was about. */
export type Undelivered = { about: string; why: WhyUndelivered };

/** Those about records of a kind that were written since a moment. One that was refused and is sent again is not among them. */
export async function undelivered(
  { db }: Within,
  kind: string,
  since: Temporal.Instant,
): Promise<Undelivered[]> {
  const { rows } = await sql<Undelivered>`
    select about_id as about, state as why from messages
    where state in ('refused', 'given-up') and put_at >= ${since} and about_kind = ${kind}
    union
    select m.about_id, 'bounced' from incoming_messages i join messages m on m.id = i.answers_id
    where i.kind = 'bounce' and i.came_at >= ${since} and m.about_kind = ${kind} and m.state in ('accepted', 'unknown')
  `.execute(db);
  return rows;
}
