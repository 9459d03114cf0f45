import type { Database } from '../../platform/database/database.ts';
import type { Capability } from '../../platform/http/capability.ts';
import { forgetWordsJob } from '../../platform/mail/forget-words.ts';
import type { MessageKind } from '../../platform/mail/message.ts';
import { MAIL_SECRETS } from '../../platform/mail/own-mail.ts';
import { sendMailJob } from '../../platform/mail/send-mail-job.ts';
import { PLATFORM_DATA } from '../../platform/privacy/platform-data.ts';
import { sealing } from '../../platform/secrets/sealed.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { mailInTimed } from './mail-in.ts';
import { troublePanel } from './pages/trouble/panel.ts';
import { testKind } from './test-kind.ts';

export type MailCapabilityParts = {
  settings: Settings;
  database: Database;
  signingSecret: string;
  /** Every kind of message that is declared, here or below; `app/` knows them. */
  kinds: () => MessageKind[];
};

/** What leaves by email, by which way, and what became of it. */
export function mailCapability({
  settings,
  database,
  signingSecret,
  kinds,
}: MailCapabilityParts): Capability {
  const parts = { environment: settings.mail, sealing: sealing(signingSecret, MAIL_SECRETS), database };
  const [sendMail, forgetWords] = [sendMailJob(parts), forgetWordsJob(database)];
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
    routes: async routes =>
      (await import('./routes.ts')).mountMail(routes, { ...parts, settings, signingSecret, kinds }),
    timed: [
      ...mailInTimed(signingSecret),
      { name: sendMail.name, every: 'minute', job: sendMail },
      { name: forgetWords.name, every: 'day', at: '03:20', job: forgetWords },
    ],
    panels: { 'trouble with messages': troublePanel },
    messages: [testKind],
  };
}
