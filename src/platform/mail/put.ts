import { randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { Messages } from '../database/generated.ts';
import { asAddress } from './address.ts';
import type { Message } from './message.ts';
import { oneLine } from './one-line.ts';
import type { OutboxDb, OutboxTables } from './outbox-tables.ts';
import { GIVEN_UP_AFTER } from './rules/next-try.ts';
import type { Problem } from './rules/problems.ts';

/** Messages of one statement: PostgreSQL takes 65,535 values, and wording a longer one takes more than it saves. */
const AT_ONCE = 250;

/** Of whatever outbox. The identifiers come back in the order of the messages; an earlier one's, where `once` was used before. */
export async function put(
  db: OutboxDb,
  { messages: table }: OutboxTables,
  messages: (Message & { account?: string })[],
  now: Temporal.Instant,
): Promise<string[]> {
  const ids: string[] = [];
  for (let from = 0; from < messages.length; from += AT_ONCE) {
    const some = messages.slice(from, from + AT_ONCE);
    const rows = some.map(message => asRow(message, now));
    const made = await db
      .insertInto(table)
      .values(rows)
      .onConflict(conflict => conflict.doNothing())
      .returning('id')
      .execute();
    const known = made.length < rows.length ? await madeBefore(db, table, rows) : new Map<string, string>();
    ids.push(...rows.map(row => (row.once && known.get(row.once)) || row.id));
  }
  return ids;
}

async function madeBefore(db: OutboxDb, table: OutboxTables['messages'], rows: { once: string | null }[]) {
  const keys = rows.flatMap(({ once }) => once ?? []);
  const found = await db.selectFrom(table).select(['id', 'once']).where('once', 'in', keys).execute();
  return new Map(found.map(({ id, once }) => [once!, id]));
}

type Row = Insertable<Messages> & { id: string; once: string | null };

function asRow(message: Message & { account?: string }, now: Temporal.Instant): Row {
  const { to, about, notBefore, account } = message;
  const address = asAddress(to.address);
  const due = notBefore && Temporal.Instant.compare(notBefore, now) > 0 ? notBefore : now;
  return {
    id: randomUUID(),
    kind: message.kind,
    to_name: oneLine(to.name),
    to_address: address ?? oneLine(to.address),
    person_id: message.person ?? null,
    reply_to: (message.replyTo && asAddress(message.replyTo)) ?? null,
    subject: oneLine(message.subject),
    text: message.text.replaceAll('\0', '').toWellFormed(),
    secrets: message.secrets ?? [],
    lang: message.lang ?? 'en',
    about_kind: about?.kind ?? null,
    about_id: about?.id ?? null,
    urgent: message.urgent ?? false,
    once: message.once ?? null,
    put_at: now,
    due_at: due,
    next_try_at: due,
    give_up_at: due.add(message.lasts ?? GIVEN_UP_AFTER),
    ...(account && { account_id: account }),
    ...(!address && { state: 'refused', settled_at: now, problem: NO_ADDRESS }),
  };
}

/** Why a message was refused that no server could be given. */
const NO_ADDRESS: Problem = 'not-an-address';
