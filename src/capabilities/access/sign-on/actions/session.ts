import type { Kysely } from 'kysely';
import type { Database } from '../../../../platform/database/database.ts';
import type { InstallationTables } from '../../../../platform/database/tables.ts';
import { noteEvent } from '../../actions/events.ts';
import { signedInBefore } from '../../actions/letting-in.ts';
import { beginSession, enterOrganisation } from '../../actions/sessions.ts';
import { tell } from '../../actions/tell.ts';
import type { Whence } from '../../session.ts';
import { digestOf } from '../../token.ts';
import { newDeviceBySignOn } from '../messages.ts';
import type { Meant } from '../rules/presented.ts';
import { digestsOf } from './provider-sessions.ts';

const NEVER = Temporal.Instant.fromEpochMilliseconds(0);

export type SignedOn = {
  account: string;
  organisation: string;
  /** Who says so, and by which names it will say that they signed out there. */
  issuer: string;
  there: Meant;
  whence: Whence;
};

/**
 * Begins a session that opens this organisation and no other. It counts as one with a second factor: what is asked
 * besides a password is the organisation's to settle at its provider. To an account that opens others too nothing was
 * proven by it: what changes the account asks for its own password (docs/decisions/0026).
 */
export function beginSignedOn(
  database: Database,
  { account, organisation, issuer, there, whence }: SignedOn,
  now: Temporal.Instant,
): Promise<string> {
  return database.beforeOrganisation(async db => {
    const token = await beginSession(db, account, now, { method: 'sign-on', secondFactor: true, whence });
    await db
      .updateTable('sessions')
      .set({
        sign_on_of: organisation,
        ...digestsOf(issuer, there),
        proven_at: (await opensOthers(db, account, organisation)) ? NEVER : now,
      })
      .where('token_hash', '=', digestOf(token))
      .execute();
    await db
      .updateTable('accounts')
      .set({ signed_on_at: now })
      .where('id', '=', account)
      .where('signed_on_at', 'is', null)
      .execute();
    await enterOrganisation(db, token, account, organisation);
    if (!whence.known && (await signedInBefore(db, account)))
      await tell(db, account, newDeviceBySignOn(whence, now), now);
    await noteEvent(db, { account }, 'signed-in-sign-on', whence, now);
    return token;
  });
}

async function opensOthers(
  db: Kysely<InstallationTables>,
  account: string,
  organisation: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('memberships')
    .select('role')
    .where('account_id', '=', account)
    .where('organisation_id', '<>', organisation)
    .where('ended_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whose sign-on began a session, if one did. */
export async function signOnOfSession(database: Database, token: string): Promise<string | undefined> {
  const row = await database.beforeOrganisation(db =>
    db
      .selectFrom('sessions')
      .select('sign_on_of')
      .where('token_hash', '=', digestOf(token))
      .executeTakeFirst(),
  );
  return row?.sign_on_of ?? undefined;
}
