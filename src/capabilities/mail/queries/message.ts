import type { Within } from '../../../platform/database/database.ts';
import type { MessageState } from '../../../platform/mail/message.ts';

export type Attempt = {
  number: number;
  begunAt: Temporal.Instant;
  server: string | null;
  outcome: string | null;
  problem: string | null;
  answer: string | null;
  askedBy: string | null;
};

export type KeptMessage = {
  id: string;
  kind: string;
  to: { name: string; address: string };
  replyTo: string | null;
  subject: string;
  /** Gone after a while. */
  text: string | null;
  secrets: string[];
  state: MessageState;
  problem: string | null;
  putAt: Temporal.Instant;
  dueAt: Temporal.Instant;
  nextTryAt: Temporal.Instant;
  giveUpAt: Temporal.Instant;
  headerId: string | null;
  /** The person of the directory whom it is for. */
  person: string | null;
  about: { kind: string; id: string } | undefined;
  attempts: Attempt[];
};

/** One message with everything that was tried; undefined where there is none here. */
export async function keptMessage({ db }: Within, id: string): Promise<KeptMessage | undefined> {
  const row = await db.selectFrom('messages').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return undefined;
  const attempts = await db
    .selectFrom('message_attempts')
    .selectAll()
    .where('message_id', '=', id)
    .orderBy('number', 'desc')
    .limit(100)
    .execute();
  return {
    ...{ id: row.id, kind: row.kind, replyTo: row.reply_to, subject: row.subject, text: row.text },
    ...{ secrets: row.secrets, problem: row.problem, headerId: row.message_header_id },
    person: row.person_id,
    about: row.about_kind && row.about_id ? { kind: row.about_kind, id: row.about_id } : undefined,
    to: { name: row.to_name, address: row.to_address },
    state: row.state as MessageState,
    ...{ putAt: row.put_at, dueAt: row.due_at, nextTryAt: row.next_try_at, giveUpAt: row.give_up_at },
    attempts: attempts.map(attempt => ({
      ...{ number: attempt.number, begunAt: attempt.begun_at, server: attempt.server },
      ...{ outcome: attempt.outcome, problem: attempt.problem, answer: attempt.answer },
      askedBy: attempt.asked_by,
    })),
  };
}
