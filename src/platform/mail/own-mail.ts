import type { Selectable } from 'kysely';
import type { Within } from '../database/database.ts';
import type { MailSettings } from '../database/generated.ts';
import type { Sealing } from '../secrets/sealed.ts';
import type { MailEnvironment } from './environment.ts';
import { type OwnMail, whichWay } from './rules/which-way.ts';
import type { MailWay, Security } from './way.ts';

/** For which use the secrets of mail are sealed. */
export const MAIL_SECRETS = 'mail';

/** What is needed besides an organisation's own settings. */
export type MailParts = { environment: MailEnvironment; sealing: Sealing };

/** By which way an organisation's messages leave; undefined while mail is not set up, which is noted with the organisation. */
export async function mailWay(within: Within, parts: MailParts): Promise<MailWay | undefined> {
  const { way, noted } = await knownWay(within, parts);
  const isSetUp = way !== undefined;
  // the environment may have come to say otherwise since
  if (noted !== isSetUp)
    await within.db.updateTable('organisations').set({ mail_is_set_up: isSetUp }).execute();
  return way;
}

/** The same, and nothing is changed. @returns what is noted with the organisation, and its name, beside it */
export async function knownWay(
  { db, organisation }: Within,
  { environment, sealing }: MailParts,
): Promise<{ way: MailWay | undefined; noted: boolean; name: string }> {
  const own = await db.selectFrom('mail_settings').selectAll().executeTakeFirst();
  const { name, mail_is_set_up: noted } = await db
    .selectFrom('organisations')
    .select(['name', 'mail_is_set_up'])
    .executeTakeFirstOrThrow();
  return { way: whichWay(environment, own ? ownMail(own, sealing, organisation) : {}, name), noted, name };
}

function ownMail(row: Selectable<MailSettings>, { unseal }: Sealing, organisation: string): OwnMail {
  const { host, port, user_name: user, dkim_domain: domain, dkim_selector: selector } = row;
  const open = (sealed: Buffer | null) => (sealed && unseal(sealed, organisation)) ?? undefined;
  const privateKey = row.dkim_signs ? open(row.dkim_key_sealed) : undefined;
  const login = user ? { user, password: open(row.password_sealed) ?? '' } : undefined;
  return {
    ...(host &&
      port && { server: { host, port, security: row.security as Security, ...(login && { login }) } }),
    ...(row.from_name && { fromName: row.from_name }),
    ...(row.from_address && { fromAddress: row.from_address }),
    ...(row.reply_to && { replyTo: row.reply_to }),
    ...(row.bounce_address && { bounces: row.bounce_address }),
    ...(privateKey && domain && selector && { dkim: { domain, selector, privateKey } }),
  };
}
