import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { record, recordMany } from '../../../platform/history/history.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import type { MessageState } from '../../../platform/mail/message.ts';
import { GIVEN_UP_AFTER } from '../../../platform/mail/rules/next-try.ts';
import { SEND_MAIL } from '../../../platform/mail/send-mail.ts';
import { SENT_AGAIN_BY_HAND } from '../rules/state-words.ts';
import { messageSubject } from '../subjects.ts';

const AGAIN = 'sent again';

/** As many as one press of a button gives to the worker; the rest wait for the next. */
const AT_ONCE = 1000;

/**
 * Has a message sent again that is not sent again by itself, under the same Message-ID. One of which nobody knows whether
 * it arrived may then arrive twice: the door has that said first.
 */
export async function sendAgain(
  within: Within,
  id: string,
  now: Temporal.Instant,
): Promise<{ again: true } | Refusal<'moved-on' | 'not-an-address'>> {
  const { db } = within;
  const known = await db.selectFrom('messages').select('problem').where('id', '=', id).executeTakeFirst();
  if (known?.problem === 'not-an-address') return refuse('not-an-address');
  const changed = await putBack(within, SENT_AGAIN_BY_HAND, now).where('id', '=', id).execute();
  if (!changed.length) return refuse('moved-on');
  await record(within, messageSubject(id), AGAIN, [], now);
  await enqueue(within, SEND_MAIL, { at: now.toString() }, now);
  return { again: true };
}

/** The same for those that were given up: none of them can have arrived. @returns how many */
export async function sendGivenUpAgain(within: Within, now: Temporal.Instant): Promise<number> {
  const { db } = within;
  const some = db.selectFrom('messages').select('id').where('state', '=', 'given-up').limit(AT_ONCE);
  const changed = await putBack(within, ['given-up'], now).where('id', 'in', some).execute();
  if (!changed.length) return 0;
  const deeds = changed.map(({ id }) => ({ subject: messageSubject(id), action: AGAIN, changes: [] }));
  await recordMany(within, deeds, now);
  await enqueue(within, SEND_MAIL, { at: now.toString() }, now);
  return changed.length;
}

const putBack = ({ db, actor }: Within, from: MessageState[], now: Temporal.Instant) =>
  db
    .updateTable('messages')
    .set({
      state: 'waiting',
      due_at: now,
      next_try_at: now,
      give_up_at: now.add(GIVEN_UP_AFTER),
      settled_at: null,
      problem: null,
      asked_by: actor.name,
    })
    .where('state', 'in', from)
    .where('text', 'is not', null)
    .returning('id');
