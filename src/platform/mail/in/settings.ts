import { sql } from 'kysely';
import type { Within } from '../../database/database.ts';
import { record } from '../../history/history.ts';
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
    place: row.identity === null ? undefined : { identity: row.identity, last: row.last_uid },
    lookedAt: row.looked_at ?? undefined,
    trouble:
      row.trouble && row.troubled_since
        ? { what: row.trouble as MailboxTrouble, answer: row.answer ?? '', since: row.troubled_since }
        : undefined,
    version: row.version,
  };
}

/** The password of the organisation's mailbox; undefined where it was sealed by another installation. */
export async function mailboxPassword(
  { db }: Within,
  organisation: string,
  { unseal }: Sealing,
): Promise<string | undefined> {
  const row = await db.selectFrom('mailbox_settings').select('password_sealed').executeTakeFirst();
  return row && unseal(row.password_sealed, organisation);
}

/** That the mailbox was looked into, or what kept us from it and since when. */
export async function noteLook(
  { db }: Within,
  now: Temporal.Instant,
  trouble?: { what: MailboxTrouble; answer: string },
): Promise<void> {
  await db
    .updateTable('mailbox_settings')
    .set(
      trouble
        ? {
            trouble: trouble.what,
            answer: trouble.answer,
            troubled_since: sql`coalesce(troubled_since, ${now})`,
          }
        : { looked_at: now, trouble: null, answer: null, troubled_since: null },
    )
    .execute();
}

export type MailboxValues = Omit<MailboxAccess, 'password'> & { password?: string | undefined };

/**
 * Sets the mailbox up, or changes how it is reached. Another mailbox begins anew with what comes from today on; the same
 * one goes on where it was. Without a password the one that is known stays.
 * @returns false where somebody else changed it meanwhile, or no password is known yet
 */
export async function saveMailbox(
  within: Within,
  { values, version, seal }: { values: MailboxValues; version: number; seal: Sealing },
  { now, today }: { now: Temporal.Instant; today: Temporal.PlainDate },
): Promise<boolean> {
  const { db, organisation } = within;
  const before = await mailboxSettings(within);
  if ((before?.version ?? 0) !== version) return false;
  const { host, port, security, user, folder, password } = values;
  const reached = {
    host,
    port,
    security,
    user_name: user,
    folder,
    changed_at: now,
    trouble: null,
    troubled_since: null,
  };
  const sealed = password && { password_sealed: seal.seal(password, organisation) };
  const same = before && before.host === host && before.user === user && before.folder === folder;
  const anew = same ? {} : { since: today, identity: null, last_uid: 0, looked_at: null };
  if (!before) {
    if (!sealed) return false;
    await db
      .insertInto('mailbox_settings')
      .values({ ...reached, ...sealed, since: today })
      .execute();
  } else {
    const changed = await db
      .updateTable('mailbox_settings')
      .set(set => ({ ...reached, ...sealed, ...anew, version: set('version', '+', 1) }))
      .where('version', '=', version)
      .executeTakeFirst();
    if (!changed.numUpdatedRows) return false;
  }
  const words = (of: { host: string; user: string; folder: string } | undefined) =>
    of && `${of.folder} of ${of.user} at ${of.host}`;
  const changes = [{ field: 'mailbox', before: words(before) ?? null, after: words(values) ?? null }];
  await record(
    within,
    { kind: 'organisation', id: organisation },
    before ? 'changed the mailbox' : 'set up a mailbox',
    changes,
    now,
  );
  return true;
}

/** Looks into it no more. What came stays. */
export async function removeMailbox(within: Within, now: Temporal.Instant): Promise<void> {
  const before = await mailboxSettings(within);
  if (!before) return;
  await within.db.deleteFrom('mailbox_settings').execute();
  const changes = [
    { field: 'mailbox', before: `${before.folder} of ${before.user} at ${before.host}`, after: null },
  ];
  await record(within, { kind: 'organisation', id: within.organisation }, 'left a mailbox', changes, now);
}
