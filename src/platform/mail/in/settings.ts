import type { Within } from '../../database/database.ts';
import type { Sealing } from '../../secrets/sealed.ts';
import type { MailboxAccess, MailboxTrouble, Place } from './mailbox.ts';

/** The mailbox to which answers come, as the organisation set it up; the password stays sealed. */
export type MailboxSettings = Omit<MailboxAccess, 'password'> & {
  since: Temporal.PlainDate;
  place: Place | undefined;
  lookedAt: Temporal.Instant | undefined;
  trouble: { what: MailboxTrouble; answer: string; since: Temporal.Instant } | undefined;
  version: number;
};

/** For which use secrets of mailboxes are sealed. */
export const SEALED_FOR = 'mailbox';

export async function mailboxSettings({ db }: Within): Promise<MailboxSettings | undefined> {
  const row = await db.selectFrom('mailbox_settings').selectAll().executeTakeFirst();
  if (!row) return undefined;
  return {
    host: row.host,
    port: row.port,
    security: row.security as MailboxAccess['security'],
    user: row.user_name,
    folder: row.folder,
    since: row.since,
    place: row.identity === null ? undefined : { identity: BigInt(row.identity), last: Number(row.last_uid) },
    lookedAt: row.looked_at ?? undefined,
    trouble:
      row.trouble && row.troubled_since
        ? { what: row.trouble as MailboxTrouble, answer: row.answer ?? '', since: row.troubled_since }
        : undefined,
    version: row.version,
  };
}

/** The password of the organisation's mailbox; undefined where it was sealed by another installation. */
export async function mailboxPassword({ db }: Within, organisation: string, { unseal }: Sealing): Promise<string | undefined> {
  const row = await db.selectFrom('mailbox_settings').select('password_sealed').executeTakeFirst();
  return row && unseal(row.password_sealed, organisation);
}
