import type { Kysely } from 'kysely';
import type { InstallationTables } from '../../../platform/database/tables.ts';
import { expiryOf, idleSince } from '../session.ts';
import { digestOf, newToken } from '../token.ts';

type Db = Kysely<InstallationTables>;

/**
 * Begins a session under a token nobody had before, so that one planted in a browser stays worthless. Somebody who
 * works for one organisation is taken there; with several they choose. Sessions that are over are cleared on the way.
 * @returns the token, for the cookie alone
 */
export async function beginSession(db: Db, account: string, now: Temporal.Instant): Promise<string> {
  const { token, digest } = newToken();
  await clearEnded(db, now);
  await db
    .insertInto('sessions')
    .values({
      token_hash: digest,
      account_id: account,
      organisation_id: await onlyOrganisation(db, account),
      created_at: now,
      seen_at: now,
      expires_at: expiryOf(now),
    })
    .execute();
  return token;
}

async function clearEnded(db: Db, now: Temporal.Instant): Promise<void> {
  await db
    .deleteFrom('sessions')
    .where(at => at.or([at('expires_at', '<=', now), at('seen_at', '<=', idleSince(now))]))
    .execute();
}

async function onlyOrganisation(db: Db, account: string): Promise<string | null> {
  const rows = await db
    .selectFrom('memberships')
    .select('organisation_id')
    .where('account_id', '=', account)
    .where('ended_at', 'is', null)
    .limit(2)
    .execute();
  return rows.length === 1 ? rows[0]!.organisation_id : null;
}

/** The session works for this organisation from now on; nothing happens where the account has no membership in it. */
export async function enterOrganisation(
  db: Db,
  token: string,
  account: string,
  organisation: string,
): Promise<boolean> {
  const result = await db
    .updateTable('sessions')
    .set({ organisation_id: organisation })
    .where('token_hash', '=', digestOf(token))
    .where('account_id', '=', account)
    .where(at =>
      at.exists(
        at
          .selectFrom('memberships')
          .select('role')
          .where('organisation_id', '=', organisation)
          .where('account_id', '=', account)
          .where('ended_at', 'is', null),
      ),
    )
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function endSession(db: Db, token: string): Promise<void> {
  await db.deleteFrom('sessions').where('token_hash', '=', digestOf(token)).execute();
}

/** After a new password nobody stays signed in with the old one. */
export async function endAllSessions(db: Db, account: string): Promise<void> {
  await db.deleteFrom('sessions').where('account_id', '=', account).execute();
}
