import { lookInto, MailboxUnreachable, TROUBLE_WORDS } from '../../../platform/mail/in/mailbox.ts';
import { finding, type MailFinding, withAnswer } from './finding.ts';
import type { KnownMail } from './known.ts';

/** In milliseconds, for each answer: somebody waits. */
const WAIT = 8_000;
const ANY = Temporal.PlainDate.from('2000-01-01');

/** Whether the folder that answers come to can be opened. Nothing is taken, and nothing in it is changed. */
export async function mailboxFinding(
  { name, mailbox }: KnownMail & { mailbox: NonNullable<KnownMail['mailbox']> },
  url: string,
): Promise<MailFinding> {
  const { password, ...access } = mailbox;
  const called = `${access.folder} of ${access.user} at ${access.host}:${access.port}, for ${name}`;
  const mend = (says: string) =>
    finding('Email in', 'mend', `${called}: ${says}`, `${url}/organisation/mailbox`);
  if (password === undefined) return mend(TROUBLE_WORDS.sealed);
  try {
    await lookInto({ ...access, password }, { since: ANY, most: 0, wait: WAIT });
    return finding('Email in', 'well', `${called}, can be read.`);
  } catch (fault) {
    if (!(fault instanceof MailboxUnreachable)) throw fault;
    return mend(withAnswer(TROUBLE_WORDS[fault.trouble], fault.message));
  }
}
