import type { Kysely } from 'kysely';
import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Database } from '../../../platform/database/database.ts';
import type { InstallationTables } from '../../../platform/database/tables.ts';
import { putInInstallationOutbox } from '../../../platform/mail/outbox.ts';
import { ADDRESS_LIFETIME } from '../link.ts';
import { addressChanged, proveAddress } from '../messages.ts';
import { accountByEmail } from '../queries.ts';
import { digestOf, newToken } from '../token.ts';
import type { Holder } from './authenticator.ts';
import { noteEvent } from './events.ts';
import { type Guess, takeTurn } from './guessing.ts';
import { endOtherSessions } from './open-sessions.ts';
import { tell } from './tell.ts';

type Db = Kysely<InstallationTables>;

/**
 * Sends a link to the address that somebody wants to use. One that belongs to an account already gets none, and whoever
 * asks is told the same: it would tell who has an account.
 */
export function askForAddress(
  database: Database,
  { account, whence }: Pick<Holder, 'account' | 'whence'>,
  { email, guess }: { email: string; guess: Guess },
  now: Temporal.Instant,
): Promise<{ waitUntil: Temporal.Instant } | undefined> {
  return database.beforeOrganisation(async db => {
    const turn = await takeTurn(db, guess, now);
    if ('waitUntil' in turn) return turn;
    await addressLinks(db, account).execute();
    if (await accountByEmail(db, email)) return undefined;
    const { token, digest } = newToken();
    const link = { token_hash: digest, purpose: 'address', account_id: account, email, created_at: now };
    await db
      .insertInto('one_time_links')
      .values({ ...link, expires_at: now.add(ADDRESS_LIFETIME) })
      .execute();
    const { name } = await db
      .selectFrom('accounts')
      .select('name')
      .where('id', '=', account)
      .executeTakeFirstOrThrow();
    await putInInstallationOutbox(
      db,
      { ...proveAddress(whence, token), to: { name, address: email }, account },
      now,
    );
    return undefined;
  });
}

const addressLinks = (db: Db, account: string) =>
  db.deleteFrom('one_time_links').where('account_id', '=', account).where('purpose', '=', 'address');

/** The address that a link proves, for the account that asked for it and no other. */
export async function addressOfLink(
  db: Db,
  token: string,
  account: string,
  now: Temporal.Instant,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('one_time_links')
    .select('email')
    .where('token_hash', '=', digestOf(token))
    .where('purpose', '=', 'address')
    .where('account_id', '=', account)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row?.email ?? undefined;
}

/** The account has the new address from now on. Links to the old one open nothing more, and the old one is told. */
export function changeAddress(
  database: Database,
  { account, session, whence }: Holder,
  token: string,
  now: Temporal.Instant,
): Promise<{ email: string } | Refusal<'link-over' | 'taken'>> {
  return database.beforeOrganisation(async db => {
    const email = await addressOfLink(db, token, account, now);
    const taken = await addressLinks(db, account)
      .where('token_hash', '=', digestOf(token))
      .executeTakeFirst();
    if (!email || taken.numDeletedRows === 0n) return refuse('link-over');
    if (await accountByEmail(db, email)) return refuse('taken');
    await tell(db, account, addressChanged(whence, now), now);
    await db.updateTable('accounts').set({ email }).where('id', '=', account).execute();
    await db.deleteFrom('one_time_links').where('account_id', '=', account).execute();
    await endOtherSessions(db, account, session);
    await noteEvent(db, { account }, 'address-changed', whence, now);
    return { email };
  });
}
