import type { ImapFlow } from 'imapflow';

/** How a mailbox is reached. */
export type MailboxAccess = {
  host: string;
  port: number;
  /** tls: from the first byte; starttls: before anybody signs in, or not at all; none: within one machine only. */
  security: 'tls' | 'starttls' | 'none';
  user: string;
  password: string;
  /** "INBOX" */
  folder: string;
};

/** Which messages were taken already: numbers mean something for as long as the mailbox keeps its identity (RFC 3501, 2.3.1.1). */
export type Place = { identity: number; last: number };

export type Found = {
  uid: number;
  cameAt: Temporal.Instant;
  raw: Buffer;
  /** There is more of it than was taken: its words come first, and files stay in the mailbox anyway. */
  cut: boolean;
};

export type Looked = { identity: number; found: Found[]; more: boolean };

/** What keeps us from a mailbox, in one word, for the sentence that says what to do. */
export type MailboxTrouble =
  | 'not-found'
  | 'refused-login'
  | 'certificate'
  | 'no-folder'
  | 'no-tls'
  | 'timeout'
  | 'cut'
  | 'sealed'
  | 'other';

export class MailboxUnreachable extends Error {
  readonly trouble: MailboxTrouble;
  constructor(trouble: MailboxTrouble, cause: unknown) {
    super(wordsOf(cause), { cause });
    this.trouble = trouble;
  }
}

/** What the server said, where it said anything: the library's own words tell nobody what to do. */
const wordsOf = (cause: unknown): string => {
  const { responseText, message } = Object(cause) as { responseText?: string; message?: string };
  return String(responseText ?? message ?? cause).slice(0, 500);
};

/** In bytes: the words of a message come first, and what follows are files. */
const TAKEN = 1024 * 1024;
/** At one look: the rest comes with the next. */
const AT_ONCE = 50;
const WAIT_MS = 20_000;

type Look = {
  place?: Place | undefined;
  since: Temporal.PlainDate;
  most?: number;
  /** For each answer of the server, in milliseconds. */
  wait?: number;
};

/**
 * The messages that came since the last look, oldest first; at a first look, or where the mailbox has another identity,
 * those of the day `since` and later. The mailbox is opened for reading only: nothing in it is marked, moved or
 * deleted, so that people who read it too see it as it is.
 *
 * @throws MailboxUnreachable
 */
export async function lookInto(
  access: MailboxAccess,
  { place, since, most = AT_ONCE, wait = WAIT_MS }: Look,
): Promise<Looked> {
  // 20 MB, which an installation that reads no mailbox does without
  const imap = await import('imapflow');
  const client = new imap.ImapFlow({
    host: access.host,
    port: access.port,
    secure: access.security === 'tls',
    ...(access.security === 'starttls' ? { doSTARTTLS: true } : {}),
    ...(access.security === 'none' ? { doSTARTTLS: false } : {}),
    auth: { user: access.user, pass: access.password },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: wait,
    greetingTimeout: wait,
    socketTimeout: wait,
    maxLiteralSize: 2 * TAKEN,
    maxResponseSize: 4 * TAKEN,
  });
  let broke: unknown; // the call that it cuts off says only that there is no connection
  client.on('error', fault => {
    broke ??= fault;
  });
  try {
    await client.connect();
    const opened = await client.mailboxOpen(access.folder, { readOnly: true });
    const identity = Number(opened.uidValidity); // of 32 bits (RFC 3501, 9)
    const { exists } = opened;
    const after = place?.identity === identity ? place.last : 0;
    const uids = exists ? await numbersOf(client, after, since) : [];
    return { identity, found: await taken(client, uids.slice(0, most)), more: uids.length > most };
  } catch (fault) {
    const why = (fault as Fault).code === 'NoConnection' && broke ? broke : fault;
    throw new MailboxUnreachable(troubleOf(why), why);
  } finally {
    await client.logout().catch(() => client.close());
  }
}

async function numbersOf(client: ImapFlow, after: number, since: Temporal.PlainDate): Promise<number[]> {
  const asked = after ? { uid: `${after + 1}:*` } : { since: since.toString() };
  const uids = (await client.search(asked, { uid: true })) || [];
  return uids.filter(uid => uid > after).sort((one, other) => one - other); // "n:*" names the last one also where it is older than n
}

async function taken(client: ImapFlow, uids: number[]): Promise<Found[]> {
  const found: Found[] = [];
  const wanted = { size: true, internalDate: true, source: { start: 0, maxLength: TAKEN } };
  for (const uid of uids) {
    const message = (await client.fetchOne(String(uid), wanted, { uid: true })) || undefined;
    if (!message?.source) continue; // somebody deleted it meanwhile
    const { source: raw, size = raw.length, internalDate } = message;
    found.push({ uid, cameAt: instantOf(internalDate), raw, cut: size > raw.length });
  }
  return found;
}

const instantOf = (date: Date | string | undefined): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(new Date(date ?? 0).getTime() || 0);

type Fault = {
  code?: string;
  authenticationFailed?: boolean;
  mailboxMissing?: boolean;
  message?: string;
  tlsFailed?: boolean;
};

function troubleOf(given: unknown): MailboxTrouble {
  const fault = given as Fault;
  const words = `${fault.code ?? ''} ${fault.message ?? ''}`;
  if (fault.authenticationFailed) return 'refused-login';
  if (fault.mailboxMissing || /NONEXISTENT|NoMailboxSelected|Mailbox doesn't exist/i.test(words))
    return 'no-folder';
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH/.test(words)) return 'not-found';
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME/i.test(words)) return 'certificate';
  if (/STARTTLS|SSL|TLS|wrong version/i.test(words) || fault.tlsFailed) return 'no-tls';
  if (/TIMEOUT/i.test(words)) return 'timeout';
  if (/NoConnection|ECONNRESET|EPIPE|closed/i.test(words)) return 'cut';
  return 'other';
}

/** What a person does about it. */
export const TROUBLE_WORDS: Record<MailboxTrouble, string> = {
  'not-found': 'No mail server answers there. Check the host and the port.',
  'refused-login':
    'The mail server does not accept this user name and password. Enter them again, or ask whoever runs it.',
  certificate: 'The mail server shows a certificate that is not its own or has run out. Ask whoever runs it.',
  'no-folder': 'The mailbox has no folder of that name. Check the folder.',
  'no-tls':
    'The mail server does not speak in the way that was chosen to keep what is sent secret. Choose another.',
  timeout: 'The mail server did not answer in time. It is tried again by itself.',
  cut: 'The connection to the mail server broke. It is tried again by itself.',
  sealed: 'The password can no longer be read, as after moving to another installation. Enter it again.',
  other: 'The mail server answered in a way that we did not understand. It is tried again by itself.',
};
