import type { Kysely } from 'kysely';
import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/database.ts';
import type { InstallationTables } from '../../../platform/database/tables.ts';
import { FIRST_ACCOUNT_LIFETIME, setUpPath } from '../link.ts';
import { hashPassword } from '../password-hash.ts';
import { BY_PASSWORD, type Whence } from '../session.ts';
import { digestOf, newToken } from '../token.ts';
import type { NewAccount } from './accounts.ts';
import { beginSession } from './sessions.ts';

type Db = Kysely<InstallationTables>;

/**
 * A link for whoever starts an installation that has no account yet; each start makes a new one and stops those before.
 * @returns its path, or undefined once there is an account
 */
export function firstAccountLink(database: Database, clock: Clock): Promise<string | undefined> {
  return database.beforeOrganisation(async db => {
    await db.deleteFrom('one_time_links').where('purpose', '=', 'first-account').execute();
    if (await anyAccount(db)) return undefined;
    const now = clock.now();
    const { token, digest } = newToken();
    const link = { token_hash: digest, purpose: 'first-account', created_at: now };
    await db
      .insertInto('one_time_links')
      .values({ ...link, expires_at: now.add(FIRST_ACCOUNT_LIFETIME) })
      .execute();
    return setUpPath(token);
  });
}

export function isFirstAccountLink(
  database: Database,
  token: string,
  now: Temporal.Instant,
): Promise<boolean> {
  return database.beforeOrganisation(async db => {
    const link = await db
      .selectFrom('one_time_links')
      .select('purpose')
      .where('token_hash', '=', digestOf(token))
      .where('purpose', '=', 'first-account')
      .where('expires_at', '>', now)
      .executeTakeFirst();
    return link !== undefined;
  });
}

/** @returns the token of the first account's session; refused when the link is over (used, replaced, too old) */
export async function openFirstAccount(
  database: Database,
  link: string,
  { name, email, password }: NewAccount,
  whence: Whence,
  now: Temporal.Instant,
): Promise<{ token: string } | Refusal<'link-over'>> {
  const hash = await hashPassword(password);
  return database.beforeOrganisation(async db => {
    // taken out first: of two who send the form at once the second waits here, and finds it gone
    const taken = await db
      .deleteFrom('one_time_links')
      .where('token_hash', '=', digestOf(link))
      .where('purpose', '=', 'first-account')
      .where('expires_at', '>', now)
      .executeTakeFirst();
    if (taken.numDeletedRows === 0n || (await anyAccount(db))) return refuse('link-over');
    const { id } = await db
      .insertInto('accounts')
      .values({ name, email, password_hash: hash, password_changed_at: now, created_at: now })
      .returning('id')
      .executeTakeFirstOrThrow();
    return { token: await beginSession(db, id, now, { ...BY_PASSWORD, whence }) };
  });
}

export async function anyAccount(db: Db): Promise<boolean> {
  return (await db.selectFrom('accounts').select('id').limit(1).executeTakeFirst()) !== undefined;
}
