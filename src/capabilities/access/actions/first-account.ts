import type { Kysely } from 'kysely';
import type { Clock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/database.ts';
import type { InstallationTables } from '../../../platform/database/tables.ts';
import { FIRST_ACCOUNT_LIFETIME, setUpPath } from '../link.ts';
import { newToken } from '../token.ts';

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
    await db
      .insertInto('one_time_links')
      .values({
        token_hash: digest,
        purpose: 'first-account',
        created_at: now,
        expires_at: now.add(FIRST_ACCOUNT_LIFETIME),
      })
      .execute();
    return setUpPath(token);
  });
}

export async function anyAccount(db: Kysely<InstallationTables>): Promise<boolean> {
  return (await db.selectFrom('accounts').select('id').limit(1).executeTakeFirst()) !== undefined;
}
