import type { Database, Within } from '../../../platform/database/database.ts';
import type { MailboxAccess } from '../../../platform/mail/in/mailbox.ts';
import { mailboxPassword, mailboxSettings, SEALED_FOR } from '../../../platform/mail/in/settings.ts';
import { knownWay, MAIL_SECRETS, type MailParts } from '../../../platform/mail/own-mail.ts';
import type { MailWay } from '../../../platform/mail/way.ts';
import { type Sealing, sealing } from '../../../platform/secrets/sealed.ts';
import { type Signing, signing } from '../queries/settings.ts';

/** What an organisation's mail is set to. */
export type KnownMail = {
  name: string;
  way: MailWay | undefined;
  key: Signing | undefined;
  /** Its password is undefined where it was sealed by another installation. */
  mailbox: (Omit<MailboxAccess, 'password'> & { password: string | undefined }) | undefined;
};

type Parts = { database: Database; environment: MailParts['environment']; signingSecret: string };

/** Of every organisation; nothing is changed. */
export async function knownMail({ database, environment, signingSecret }: Parts): Promise<KnownMail[]> {
  const parts = { environment, sealing: sealing(signingSecret, MAIL_SECRETS) };
  const seal = sealing(signingSecret, SEALED_FOR);
  const organisations = await database.beforeOrganisation(db =>
    db.selectFrom('organisations').select('id').orderBy('name').execute(),
  );
  const known: KnownMail[] = [];
  for (const { id } of organisations) {
    const who = { organisation: id, actor: { id: null, name: 'Commsgrid' } };
    known.push(await database.inOrganisation(who, within => knownOf(within, parts, seal)));
  }
  return known;
}

async function knownOf(within: Within, parts: MailParts, seal: Sealing): Promise<KnownMail> {
  const { name, way } = await knownWay(within, parts);
  const settings = await mailboxSettings(within);
  const password = await mailboxPassword(within, within.organisation, seal);
  return { name, way, key: await signing(within), mailbox: settings && { ...settings, password } };
}
