import type { Database, Within } from '../../../platform/database/database.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import type { Message } from '../../../platform/mail/message.ts';
import { putUnasked } from '../../../platform/mail/outbox.ts';
import type { MailParts } from '../../../platform/mail/own-mail.ts';
import { SEND_MAIL } from '../../../platform/mail/send-mail.ts';
import { sendOneNow } from '../../../platform/mail/send-one-now.ts';

/** What a test message says, and for how long it is of use. */
export const testMessage = (to: Message['to'], organisation: string): Message => ({
  kind: 'mail-test',
  to,
  subject: `Messages of ${organisation} arrive`,
  text: [
    `Somebody at ${organisation} asked Commsgrid for this test message, to see whether messages leave and arrive.`,
    'It arrived, so they do. There is nothing for you to do.',
    'If you answer it, your answer should come to an address that somebody at your organisation reads.',
  ].join('\n\n'),
  urgent: true,
  lasts: Temporal.Duration.from({ minutes: 1 }),
});

type Parts = MailParts & {
  database: Database;
  within: <T>(work: (within: Within) => Promise<T>) => Promise<T>;
  now: () => Temporal.Instant;
};

/**
 * Puts a test message into the outbox and hands it over at once, so that the server's answer can be shown to whoever
 * waits. Where the server takes it, what waited for it is asked for.
 * @returns the message, whatever became of it
 */
export async function tryMail(message: Message, parts: Parts): Promise<string> {
  const { within, now } = parts;
  const id = await within(inside => putUnasked(inside, message, now()));
  const accepted = await sendOneNow(id, parts);
  if (accepted) await within(inside => enqueue(inside, SEND_MAIL, { at: now().toString() }, now()));
  return id;
}
