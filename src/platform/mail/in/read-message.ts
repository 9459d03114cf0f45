import type { Attachment, Email } from 'postal-mime';
import { deliveryReports, envelopeOf } from './delivery-report.ts';
import type { Incoming } from './incoming.ts';
import { isServer, kindOfMessage } from './kind-of-message.ts';
import { ownWords } from './own-words.ts';
import { copiedId, plainReports } from './plain-report.ts';
import { withoutTokens } from './without-tokens.ts';
import { wordsOfHtml } from './words-of-html.ts';

/** In characters: nobody reads more of a message here than this. */
const LONGEST_TEXT = 100_000;
const LONGEST_LINE = 500;

/** A message of another make than we read: damaged, or nested without end. */
export class UnreadableMessage extends Error {}

/**
 * Reads a message as it lies in a mailbox. What it answers is what its headers say; of a report about delivery, it is
 * the message that the report carries along.
 *
 * @throws UnreadableMessage
 */
export async function readMessage(raw: Uint8Array): Promise<Incoming> {
  const email = await parsed(raw);
  const parts = email.attachments
    .filter(({ mimeType }) => /^message\/(global-)?delivery-status$/.test(mimeType))
    .map(textOf);
  const headers = new Map(email.headers.map(({ key, value }) => [key, value] as const).toReversed());
  const from = { name: line(email.from?.name), address: line(email.from?.address).toLowerCase() };
  const subject = line(email.subject);
  const whole = clean(email.text ?? wordsOfHtml(email.html ?? '')).slice(0, LONGEST_TEXT);
  const ofServer = isServer(from.address);
  const reports = parts.length
    ? parts.flatMap(deliveryReports)
    : plainReports(headers.get('x-failed-recipients'), whole, ofServer);
  const answers = [
    ...idsIn(email.inReplyTo),
    ...idsIn(email.references).toReversed(),
    ...idsIn(carriedIds(email.attachments)),
    ...(ofServer ? idsIn(copiedId(whole)) : []),
  ];
  const each = [...new Set(answers)].slice(0, 50);
  return {
    kind: kindOfMessage({ headers, from: from.address, subject, answers: each, reports }),
    messageId: idsIn(email.messageId)[0] ?? '',
    from,
    subject,
    text: ownWords(whole),
    whole,
    answers: each,
    envelope: line(envelopeOf(parts.join('\n\n'))),
    reports: reports.map(report => ({
      ...report,
      address: line(report.address).toLowerCase(),
      said: line(report.said),
    })),
    files: email.attachments.filter(isFile).map(({ filename }) => line(filename ?? 'a file')),
  };
}

async function parsed(raw: Uint8Array): Promise<Email> {
  const { default: PostalMime } = await import('postal-mime'); // where no mailbox is read, it is never needed
  try {
    return await PostalMime.parse(raw, { forceRfc822Attachments: true, maxNestingDepth: 30 });
  } catch (fault) {
    throw new UnreadableMessage('The message cannot be read.', { cause: fault });
  }
}

/** The Message-ID of what a report brings back: the whole message or its headers alone. */
function carriedIds(attachments: Attachment[]): string {
  const carried = attachments.filter(({ mimeType }) =>
    /^(message\/(rfc822|global)|text\/rfc822-headers|message\/rfc822-headers)$/.test(mimeType),
  );
  const ids = carried.map(part => /^message-id:\s*(<[^>\s]{1,400}>)/im.exec(textOf(part))?.[1] ?? '');
  return ids.join(' ');
}

const isFile = ({ mimeType, disposition, related }: Attachment): boolean =>
  !related && disposition === 'attachment' && !mimeType.startsWith('message/');

const textOf = ({ content }: Attachment): string =>
  typeof content === 'string' ? content : new TextDecoder().decode(content);

const idsIn = (value = ''): string[] => [...value.matchAll(/<([^<>\s]{1,400})>/g)].map(([, id]) => id!);

/** PostgreSQL keeps no NUL, and signs that turn the direction of writing may hide what is said. */
const clean = (text: string): string =>
  withoutTokens(text)
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/\n{4,}/g, '\n\n\n')
    .toWellFormed()
    .trim();

const line = (text = ''): string => clean(text).replace(/\s+/g, ' ').slice(0, LONGEST_LINE);
