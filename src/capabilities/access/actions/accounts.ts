import type { Kysely } from 'kysely';
import type { Database } from '../../../platform/database/database.ts';
import type { InstallationTables } from '../../../platform/database/tables.ts';
import { passwordChanged } from '../messages.ts';
import { hashPassword } from '../password-hash.ts';
import { noteEvent } from './events.ts';
import { beginSession, endAllSessions, enterOrganisation } from './sessions.ts';
import { type Attempt, checkPassword, forgive, type PasswordRefusal } from './sign-in.ts';
import { tell } from './tell.ts';

export type NewAccount = { name: string; email: string; password: string };

/**
 * Somebody chooses a new password and says the old one. Everyone who was signed in with the old one is signed out.
 * @returns the token of the new session, or why not
 */
export async function changePassword(
  database: Database,
  { account, organisation, secondFactor, attempt, old, wanted }: Change,
  now: Temporal.Instant,
): Promise<{ token: string } | PasswordRefusal> {
  const checked = await checkPassword(database, attempt, { email: account.email, password: old }, now);
  if ('refused' in checked) return checked;
  const hash = await hashPassword(wanted);
  return database.beforeOrganisation(async db => {
    await forgive(db, attempt, checked);
    await renewAccess(db, account.id, hash, now);
    await noteEvent(db, { account: account.id }, 'password-changed', attempt.whence, now);
    await tell(db, account.id, passwordChanged(attempt.whence, now), now);
    const begun = { method: 'password', secondFactor, whence: attempt.whence } as const;
    const token = await beginSession(db, account.id, now, begun);
    if (organisation) await enterOrganisation(db, token, account.id, organisation);
    return { token };
  });
}

export type Change = {
  account: { id: string; email: string };
  /** The one they are at work for, where they go on. */
  organisation: string | undefined;
  /** Whether the session at work passed one: the next one is no less. */
  secondFactor: boolean;
  attempt: Attempt;
  old: string;
  wanted: string;
};

/** A new password ends everything that the old one opened: sessions, sign-ins that wait for a code, and links that were still out. */
export async function renewAccess(
  db: Kysely<InstallationTables>,
  account: string,
  hash: string,
  now: Temporal.Instant,
): Promise<void> {
  await db
    .updateTable('accounts')
    .set({ password_hash: hash, password_changed_at: now })
    .where('id', '=', account)
    .execute();
  await db.deleteFrom('one_time_links').where('account_id', '=', account).execute();
  await db.deleteFrom('second_steps').where('account_id', '=', account).execute();
  await endAllSessions(db, account);
}
