import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { MESSAGE_STATES, type MessageState } from '../../../platform/mail/message.ts';

/** Which messages a page of the outbox shows. */
export type Asked = {
  state?: MessageState | undefined;
  kind?: string | undefined;
  address?: string | undefined;
  person?: string | undefined;
  /** Only those before this one: what the page before ended with. */
  before?: { at: Temporal.Instant; id: string } | undefined;
};

export type OutboxRow = {
  id: string;
  kind: string;
  to: { name: string; address: string };
  subject: string;
  state: MessageState;
  problem: string | null;
  attempts: number;
  putAt: Temporal.Instant;
  dueAt: Temporal.Instant;
  nextTryAt: Temporal.Instant;
};

export const PAGE = 50;

/** One page, newest first, and whether there are older ones. */
export async function outboxPage(
  { db }: Within,
  asked: Asked,
): Promise<{ rows: OutboxRow[]; more: boolean }> {
  const { state, kind, address, person, before } = asked;
  const found = await db
    .selectFrom('messages')
    .select(['id', 'kind', 'to_name', 'to_address', 'subject', 'state', 'problem', 'attempts'])
    .select(['put_at', 'due_at', 'next_try_at'])
    .$if(state !== undefined, query => query.where('state', '=', state!))
    .$if(kind !== undefined, query => query.where('kind', '=', kind!))
    .$if(address !== undefined, query => query.where('to_address', '=', address!))
    .$if(person !== undefined, query => query.where('person_id', '=', person!))
    .$if(before !== undefined, query =>
      query.where(sql<boolean>`(put_at, id) < (${before!.at}, ${before!.id}::uuid)`),
    )
    .orderBy('put_at', 'desc')
    .orderBy('id', 'desc')
    .limit(PAGE + 1)
    .execute();
  const rows = found.slice(0, PAGE).map(row => ({
    ...{ id: row.id, kind: row.kind, subject: row.subject, problem: row.problem, attempts: row.attempts },
    to: { name: row.to_name, address: row.to_address },
    state: row.state as MessageState,
    ...{ putAt: row.put_at, dueAt: row.due_at, nextTryAt: row.next_try_at },
  }));
  return { rows, more: found.length > PAGE };
}

/** Counted so far and no further: beyond it, the number decides nothing. */
export const COUNTED = 1000;

/** How many messages are in each state that asks something of somebody; up to one more than `COUNTED`. */
export async function outboxCounts({ db }: Within): Promise<Record<MessageState, number>> {
  const counts = MESSAGE_STATES.filter(state => state !== 'accepted').map(
    state => sql`(select count(*)::int from
      (select from messages where state = ${state} limit ${COUNTED + 1}) as counted) as ${sql.ref(state)}`,
  );
  const { rows } = await sql<Record<MessageState, number>>`select ${sql.join(counts)}`.execute(db);
  return { ...rows[0]!, accepted: 0 };
}
