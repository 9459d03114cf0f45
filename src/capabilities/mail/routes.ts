import type { Routes } from '../../platform/http/capability.ts';
import { proven } from '../../platform/http/prove.ts';
import type { MessageKind } from '../../platform/mail/message.ts';
import { nameServers } from '../../platform/mail/records/ask-names.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { mailboxPage } from './pages/mailbox/page.ts';
import { tryMailbox } from './pages/mailbox/try.ts';
import { messagePages } from './pages/message/page.ts';
import { outboxPages } from './pages/outbox/page.ts';
import { showReplies } from './pages/replies/list.ts';
import { postLookAgain, postLookedAt, showReply } from './pages/replies/one.ts';
import { type MailPageParts, settingsPage } from './pages/settings/page.ts';
import { signingPage } from './pages/signing/page.ts';

export type MailPagesParts = MailPageParts & {
  settings: Settings;
  signingSecret: string;
  kinds: () => MessageKind[];
};

/** Trying a server is slow for it and for us, and needs no more than a person's patience. */
const TRIED = { aMinute: 10 };

const SIGNING = '/organisation/mail/signing';
const MAILBOX = '/organisation/mailbox';

export function mountMail(routes: Routes, parts: MailPagesParts): void {
  mountMailIn(routes, parts.signingSecret);
  mountMailOut(routes, parts);
  mountOutbox(routes, parts.kinds);
}

/** What comes back to messages: the mailbox that it comes to, and the replies that people look at. */
function mountMailIn(routes: Routes, signingSecret: string): void {
  const mailbox = mailboxPage(signingSecret);
  routes.get(MAILBOX, 'administrator', proven(MAILBOX, mailbox.show));
  routes.post(MAILBOX, 'administrator', proven(MAILBOX, mailbox.save));
  routes.post('/organisation/mailbox/try', 'administrator', tryMailbox(signingSecret), TRIED);
  routes.post('/organisation/mailbox/remove', 'administrator', mailbox.remove);
  routes.get('/organisation/replies', 'lead', showReplies);
  routes.get('/organisation/replies/:reply', 'lead', showReply);
  routes.post('/organisation/replies/:reply', 'lead', postLookedAt);
  routes.post('/organisation/replies/:reply/again', 'lead', postLookAgain);
}

/** By which server messages leave, and how they are signed. */
function mountMailOut(routes: Routes, parts: MailPagesParts): void {
  const mail = settingsPage(parts);
  const signing = signingPage(parts, nameServers(parts.settings.mail.nameServers));
  routes.get('/organisation/mail', 'administrator', proven('/organisation/mail', mail.show));
  routes.post('/organisation/mail', 'administrator', proven('/organisation/mail', mail.save));
  routes.post('/organisation/mail/test', 'administrator', mail.tryIt, TRIED);
  routes.get(SIGNING, 'administrator', proven(SIGNING, signing.show));
  routes.post(SIGNING, 'administrator', proven(SIGNING, signing.make), TRIED);
  routes.post(`${SIGNING}/set`, 'administrator', proven(SIGNING, signing.set));
  routes.post(`${SIGNING}/look`, 'administrator', proven(SIGNING, signing.look), TRIED);
}

/** What was written to whom, and what became of it. */
function mountOutbox(routes: Routes, kinds: () => MessageKind[]): void {
  const [outbox, message] = [outboxPages(kinds), messagePages(kinds)];
  routes.get('/organisation/outbox', 'administrator', outbox.show);
  routes.post('/organisation/outbox/again', 'administrator', outbox.again);
  routes.get('/organisation/outbox/:message', 'administrator', message.show);
  routes.post('/organisation/outbox/:message/again', 'administrator', message.again);
  routes.post(
    '/organisation/outbox/:message/open',
    'administrator',
    proven(visit => `/organisation/outbox/${visit.params.message}`, message.open),
  );
}
