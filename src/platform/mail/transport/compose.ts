import { buffer } from 'node:stream/consumers';
import { oneLine } from '../one-line.ts';
import { wordsAsHtml } from '../rules/words-as-html.ts';
import type { MailSender } from '../way.ts';
import type { Composed } from './transport.ts';

/** A message of the outbox, as far as it is written down in what leaves. */
export type Written = {
  id: string;
  /** Its Message-ID, the same at every attempt. */
  headerId: string;
  to: { name: string; address: string };
  replyTo: string | null;
  subject: string;
  text: string;
  lang: string;
  putAt: Temporal.Instant;
};

/** Which headers are signed: those that people see and programs go by. */
const SIGNED =
  'from:sender:reply-to:subject:date:message-id:to:cc:mime-version:content-type:content-transfer-encoding:auto-submitted';

/**
 * The same bytes at every attempt, but for the marks between its parts. The libraries of mail take 20 MB, and are loaded by
 * the first message: an installation without mail does without them.
 */
export async function compose(message: Written, sender: MailSender): Promise<Composed> {
  const { to, lang, headerId } = message;
  const text = inLines(message.text);
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const made = new MailComposer({
    from: { name: oneLine(sender.name), address: sender.address },
    to: [{ name: oneLine(to.name), address: to.address }],
    replyTo: message.replyTo ?? sender.replyTo ?? sender.address,
    ...{ subject: oneLine(message.subject), text },
    html: wordsAsHtml(text, lang),
    messageId: headerId,
    date: new Date(message.putAt.epochMilliseconds),
    headers: {
      'Content-Language': lang,
      // machines that answer for people who are away leave it alone (RFC 3834, and Exchange's own)
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'OOF, AutoReply',
    },
    newline: '\r\n',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const bytes = await made.compile().build();
  return {
    bytes: sender.dkim ? await signed(bytes, sender.dkim) : bytes,
    from: sender.bounces ?? sender.address,
    to: to.address,
    id: message.id,
  };
}

/** A return that stands alone ends a line for some servers and not for others, and many refuse it (RFC 5321, 2.3.8). */
const inLines = (text: string): string =>
  text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replaceAll('\0', '');

async function signed(bytes: Buffer, { domain, selector, privateKey }: NonNullable<MailSender['dkim']>) {
  const { default: DKIM } = await import('nodemailer/lib/dkim');
  const signer = new DKIM({ domainName: domain, keySelector: selector, privateKey });
  return buffer(signer.sign(bytes, { headerFieldNames: SIGNED }));
}
