import type { Database } from '../../platform/database/database.ts';
import type { Capability } from '../../platform/http/capability.ts';
import { proven } from '../../platform/http/prove.ts';
import { forgetWordsJob } from '../../platform/mail/forget-words.ts';
import type { MessageKind } from '../../platform/mail/message.ts';
import { MAIL_SECRETS } from '../../platform/mail/own-mail.ts';
import { nameServers } from '../../platform/mail/records/ask-names.ts';
import { sendMailJob } from '../../platform/mail/send-mail-job.ts';
import { PLATFORM_DATA } from '../../platform/privacy/platform-data.ts';
import { sealing } from '../../platform/secrets/sealed.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { mailIn } from './mail-in.ts';
import { messagePages } from './pages/message/page.ts';
import { outboxPages } from './pages/outbox/page.ts';
import { settingsPage } from './pages/settings/page.ts';
import { signingPage } from './pages/signing/page.ts';
import { troublePanel } from './pages/trouble/panel.ts';
import { testKind } from './test-kind.ts';

export type MailCapabilityParts = {
  settings: Settings;
  database: Database;
  signingSecret: string;
  /** Every kind of message that is declared, here or below; `app/` knows them. */
  kinds: () => MessageKind[];
};

/** Trying a server is slow for it and for us, and needs no more than a person's patience. */
const TRIED = { aMinute: 10 };

const SIGNING = '/organisation/mail/signing';

/** What leaves by email, by which way, and what became of it. */
export function mailCapability({
  settings,
  database,
  signingSecret,
  kinds,
}: MailCapabilityParts): Capability {
  const parts = { environment: settings.mail, sealing: sealing(signingSecret, MAIL_SECRETS), database };
  const [sendMail, forgetWords] = [sendMailJob(parts), forgetWordsJob(database)];
  const [mail, signing] = [settingsPage(parts), signingPage(parts, nameServers(settings.mail.nameServers))];
  const replies = mailIn(signingSecret);
  const [outbox, message] = [outboxPages(kinds), messagePages(kinds)];
  return {
    name: 'mail',
    personal: PLATFORM_DATA,
    organisationPages: [
      {
        group: 'Email',
        text: 'Email',
        href: '/organisation/mail',
        hint: 'By which server messages go out, and as whom',
        needs: 'administrator',
      },
      {
        group: 'Email',
        text: 'Outbox',
        href: '/organisation/outbox',
        hint: 'What was written to whom, and what became of it',
        needs: 'administrator',
      },
      {
        group: 'Email',
        text: 'Mailbox',
        href: '/organisation/mailbox',
        hint: 'Where answers come to',
        needs: 'administrator',
      },
      {
        group: 'Email',
        text: 'Replies',
        href: '/organisation/replies',
        hint: 'What came back, for somebody to look at',
        needs: 'lead',
      },
    ],
    routes: routes => {
      replies.routes(routes);
      routes.get('/organisation/mail', 'administrator', proven('/organisation/mail', mail.show));
      routes.post('/organisation/mail', 'administrator', proven('/organisation/mail', mail.save));
      routes.post('/organisation/mail/test', 'administrator', mail.tryIt, TRIED);
      routes.get(SIGNING, 'administrator', proven(SIGNING, signing.show));
      routes.post(SIGNING, 'administrator', proven(SIGNING, signing.make), TRIED);
      routes.post(`${SIGNING}/set`, 'administrator', proven(SIGNING, signing.set));
      routes.post(`${SIGNING}/look`, 'administrator', proven(SIGNING, signing.look), TRIED);
      routes.get('/organisation/outbox', 'administrator', outbox.show);
      routes.post('/organisation/outbox/again', 'administrator', outbox.again);
      routes.get('/organisation/outbox/:message', 'administrator', message.show);
      routes.post('/organisation/outbox/:message/again', 'administrator', message.again);
      routes.post(
        '/organisation/outbox/:message/open',
        'administrator',
        proven(visit => `/organisation/outbox/${visit.params.message}`, message.open),
      );
    },
    timed: [
      ...replies.timed,
      { name: sendMail.name, every: 'minute', job: sendMail },
      { name: forgetWords.name, every: 'day', at: '03:20', job: forgetWords },
    ],
    panels: { 'trouble with messages': troublePanel },
    messages: [testKind],
  };
}
