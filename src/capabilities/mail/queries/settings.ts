import type { Within } from '../../../platform/database/database.ts';
import type { Security } from '../../../platform/mail/way.ts';

/** What an organisation says of mail for itself, as its page shows it: secrets are only known to be there. */
export type OwnSettings = {
  version: number;
  host: string;
  port: number | null;
  security: Security;
  user: string;
  hasPassword: boolean;
  fromName: string;
  fromAddress: string;
  replyTo: string;
  bounces: string;
};

const NOTHING: OwnSettings = {
  version: 0,
  ...{ host: '', port: null, security: 'starttls', user: '', hasPassword: false },
  ...{ fromName: '', fromAddress: '', replyTo: '', bounces: '' },
};

export async function ownSettings({ db }: Within): Promise<OwnSettings> {
  const row = await db.selectFrom('mail_settings').selectAll().executeTakeFirst();
  if (!row) return NOTHING;
  return {
    version: row.version,
    ...{ host: row.host ?? '', port: row.port, user: row.user_name ?? '' },
    security: (row.security ?? 'starttls') as Security,
    hasPassword: row.password_sealed !== null,
    ...{ fromName: row.from_name ?? '', fromAddress: row.from_address ?? '' },
    ...{ replyTo: row.reply_to ?? '', bounces: row.bounce_address ?? '' },
  };
}

/** How messages are signed; `record` is what the domain's name server must say. */
export type Signing = {
  version: number;
  domain: string;
  selector: string;
  publicKey: string;
  signs: boolean;
};

export async function signing({ db }: Within): Promise<Signing | undefined> {
  const row = await db
    .selectFrom('mail_settings')
    .select(['version', 'dkim_domain', 'dkim_selector', 'dkim_public', 'dkim_signs'])
    .executeTakeFirst();
  const { dkim_domain: domain, dkim_selector: selector, dkim_public: publicKey } = row ?? {};
  if (!row || !domain || !selector || !publicKey) return undefined;
  return { version: row.version, domain, selector, publicKey, signs: row.dkim_signs };
}
