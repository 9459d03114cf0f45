import type { Database } from '../../platform/database/database.ts';
import type { Capability } from '../../platform/http/capability.ts';
import { MAIL_SECRETS } from '../../platform/mail/own-mail.ts';
import { sendMailJob } from '../../platform/mail/send-mail-job.ts';
import { PLATFORM_DATA } from '../../platform/privacy/platform-data.ts';
import { sealing } from '../../platform/secrets/sealed.ts';
import type { Settings } from '../../platform/settings/settings.ts';

export type MailCapabilityParts = { settings: Settings; database: Database; signingSecret: string };

/** What leaves by e-mail, and what became of it. */
export function mailCapability({ settings, database, signingSecret }: MailCapabilityParts): Capability {
  const parts = { environment: settings.mail, sealing: sealing(signingSecret, MAIL_SECRETS), database };
  const sendMail = sendMailJob(parts);
  return {
    name: 'mail',
    personal: PLATFORM_DATA,
    timed: [{ name: sendMail.name, every: 'minute', job: sendMail }],
  };
}
