import { sql } from 'kysely';
import type { Within } from '../../database/database.ts';
import { json } from '../../database/json.ts';
import type { Incoming } from './incoming.ts';
import type { Found } from './mailbox.ts';
import { matchOf } from './match.ts';
import { readMessage, UnreadableMessage } from './read-message.ts';

/** What stands for a message that nobody can read here: somebody looks into the mailbox itself. */
const UNREADABLE: Incoming = {
  kind: 'other',
  messageId: '',
  from: { name: '', address: '' },
  subject: 'A message that could not be read',
  text: 'It is damaged or made in a way that we do not know. Look into the mailbox itself.',
  whole: '',
  answers: [],
  envelope: '',
  reports: [],
  files: [],
};

export async function readFound({ raw }: Found): Promise<Incoming> {
  return readMessage(raw).catch(fault => {
    if (fault instanceof UnreadableMessage) return UNREADABLE;
    throw fault;
  });
}

/** Keeps a message and that it was taken, both or neither. One that was taken before is passed over. */
export async function take(
  within: Within,
  { identity, found, read }: { identity: number; found: Found; read: Incoming },
  now: Temporal.Instant,
): Promise<void> {
  const { db } = within;
  const match = await matchOf(within, read, found.cameAt);
  await db
    .insertInto('incoming_messages')
    .values({
      identity,
      uid: found.uid,
      kind: read.kind,
      header_id: read.messageId || null,
      from_name: read.from.name,
      from_address: read.from.address,
      subject: read.subject,
      words: read.text,
      whole: read.whole,
      reports: json(read.reports),
      files: read.files,
      cut: found.cut,
      came_at: found.cameAt,
      taken_at: now,
      answers_id: match?.message ?? null,
      matched_by: match?.by ?? null,
    })
    .onConflict(conflict => conflict.doNothing())
    .execute();
  await db
    .updateTable('mailbox_settings')
    .set({ identity, last_uid: found.uid })
    .where(sql<boolean>`identity is distinct from ${identity} or last_uid < ${found.uid}`)
    .execute();
}
