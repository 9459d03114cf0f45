import { sql } from 'kysely';
import type { OutboxDb, OutboxTables } from './outbox-tables.ts';
import type { Written } from './transport/compose.ts';
import type { MailWay } from './way.ts';

/** A message of which an attempt was written down as begun. */
export type Claimed = Written & { attempt: number; giveUpAt: Temporal.Instant; secrets: string[] };

type Row = {
  id: string;
  attempts: number;
  message_header_id: string;
  to_name: string;
  to_address: string;
  reply_to: string | null;
  subject: string;
  text: string | null;
  secrets: string[];
  lang: string;
  put_at: Temporal.Instant;
  give_up_at: Temporal.Instant;
};

/**
 * Takes the next message that is due, and writes down that an attempt begins, before anything of it leaves: whatever
 * happens from here on, it is not handed over a second time without an answer to the first. Urgent ones first; what another
 * worker just takes is passed over, and so is what was erased before it left.
 * @param among no others than these, where they are given
 */
export async function claimNext(
  db: OutboxDb,
  tables: OutboxTables,
  { server, sender }: MailWay,
  now: Temporal.Instant,
  among?: string[],
): Promise<Claimed | undefined> {
  const [messages, attempts] = [sql.table(tables.messages), sql.table(tables.attempts)];
  const domain = sender.address.slice(sender.address.lastIndexOf('@') + 1);
  const { rows } = await sql<Row>`
    with next as (
      select id from ${messages} where state = 'waiting' and next_try_at <= ${now} and text is not null and ${among ? sql`id = any(${among})` : sql`true`}
      order by urgent desc, next_try_at limit 1 for update skip locked),
    asked as (select id, asked_by from ${messages} where id in (select id from next)),
    taken as (
      update ${messages} m set state = 'handed-over', begun_at = ${now}, attempts = m.attempts + 1, asked_by = null,
        message_header_id = coalesce(m.message_header_id, '<' || m.id || '@' || ${domain}::text || '>')
      from next where m.id = next.id returning m.*),
    noted as (
      insert into ${attempts} (message_id, number, begun_at, server, envelope_from, envelope_to, asked_by)
      select taken.id, attempts, ${now}, ${`${server.host}:${server.port}`}, ${sender.bounces ?? sender.address},
        to_address, asked.asked_by from taken join asked on asked.id = taken.id)
    select id, attempts, message_header_id, to_name, to_address, reply_to, subject, text, secrets, lang, put_at, give_up_at
    from taken`.execute(db);
  const [row] = rows;
  return row && asClaimed(row);
}

const asClaimed = (row: Row): Claimed => ({
  id: row.id,
  attempt: row.attempts,
  headerId: row.message_header_id,
  to: { name: row.to_name, address: row.to_address },
  replyTo: row.reply_to,
  subject: row.subject,
  text: row.text ?? '',
  secrets: row.secrets,
  lang: row.lang,
  putAt: row.put_at,
  giveUpAt: row.give_up_at,
});
