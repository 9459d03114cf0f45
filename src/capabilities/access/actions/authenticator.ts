import type { Kysely } from 'kysely';
import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Database } from '../../../platform/database/database.ts';
import type { InstallationTables } from '../../../platform/database/tables.ts';
import { secondFactorChanged } from '../messages.ts';
import { newSecret } from '../one-time-code.ts';
import { hashAs, hashPassword } from '../password-hash.ts';
import { newRecoveryCodes } from '../recovery-code.ts';
import type { Whence } from '../session.ts';
import { authenticatorSeal, takeCode } from './codes.ts';
import { noteEvent } from './events.ts';
import { forgetFailures, type Guess, takeTurn } from './guessing.ts';
import { endOtherSessions } from './open-sessions.ts';
import { tell } from './tell.ts';

type Db = Kysely<InstallationTables>;

/** What the actions on second factors stand on. */
export type Ground = { database: Database; signingSecret: string };
/** Whose it is, from where they act, and in which session. */
export type Holder = { account: string; session: string; whence: Whence };

/**
 * A secret for an app that is still to be proven; one that was begun before is given up. An app that is on already stays.
 * @returns the secret, in base32
 */
export async function beginAuthenticator(
  { database, signingSecret }: Ground,
  account: string,
  now: Temporal.Instant,
): Promise<{ secret: string } | Refusal<'on-already'>> {
  const secret = newSecret();
  const sealed = authenticatorSeal(signingSecret).seal(secret, account);
  const begun = await database.beforeOrganisation(db =>
    db
      .insertInto('authenticators')
      .values({ account_id: account, sealed_secret: sealed, begun_at: now })
      .onConflict(at =>
        at
          .column('account_id')
          .doUpdateSet({ sealed_secret: sealed, begun_at: now, last_step: null })
          .where('authenticators.confirmed_at', 'is', null),
      )
      .executeTakeFirst(),
  );
  return begun.numInsertedOrUpdatedRows ? { secret } : refuse('on-already');
}

/** The secret that waits to be proven; undefined where none was begun, or the app is on. */
export async function begunSecret(
  { database, signingSecret }: Ground,
  account: string,
): Promise<string | undefined> {
  const row = await database.beforeOrganisation(db =>
    db
      .selectFrom('authenticators')
      .select('sealed_secret')
      .where('account_id', '=', account)
      .where('confirmed_at', 'is', null)
      .executeTakeFirst(),
  );
  return row && authenticatorSeal(signingSecret).unseal(row.sealed_secret, account);
}

export type CodeRefusal = Refusal<'wrong' | 'used'> | { refused: 'wait'; until: Temporal.Instant };

/**
 * A code proves that the app has the secret: from now on it is asked for. Sessions that others may hold end, and the one
 * at work counts as having passed both.
 * @returns the recovery codes, which are stored as hashes alone
 */
export async function confirmAuthenticator(
  { database, signingSecret }: Ground,
  { account, session, whence }: Holder,
  { code, guess }: { code: string; guess: Guess },
  now: Temporal.Instant,
): Promise<{ codes: string[] } | CodeRefusal | Refusal<'not-begun'>> {
  const turn = await database.beforeOrganisation(db => takeTurn(db, guess, now));
  if ('waitUntil' in turn) return { refused: 'wait', until: turn.waitUntil };
  const made = await hashedCodes();
  return database.beforeOrganisation(async db => {
    const waiting = await db
      .selectFrom('authenticators')
      .select('begun_at')
      .where('account_id', '=', account)
      .where('confirmed_at', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    if (!waiting) return refuse('not-begun');
    const taken = await takeCode(db, signingSecret, account, { code }, now);
    if (taken !== 'code') return refuse(taken === 'used' ? 'used' : 'wrong');
    await forgetFailures(db, guess);
    await db
      .updateTable('authenticators')
      .set({ confirmed_at: now })
      .where('account_id', '=', account)
      .execute();
    await storeCodes(db, account, made.hashes, now);
    await endOtherSessions(db, account, session);
    await db.updateTable('sessions').set({ second_factor: true }).where('id', '=', session).execute();
    await noteEvent(db, { account }, 'authenticator-on', whence, now);
    await tell(db, account, secondFactorChanged('authenticator-on', whence, now), now);
    return { codes: made.codes };
  });
}

/** Ten new recovery codes; those before are worth nothing any more. */
export async function renewRecoveryCodes(
  { database }: Pick<Ground, 'database'>,
  { account, whence }: Pick<Holder, 'account' | 'whence'>,
  now: Temporal.Instant,
): Promise<{ codes: string[] } | Refusal<'off'>> {
  const made = await hashedCodes();
  return database.beforeOrganisation(async db => {
    if (!(await holdApp(db, account))) return refuse('off');
    await storeCodes(db, account, made.hashes, now);
    await noteEvent(db, { account }, 'recovery-codes-made', whence, now);
    await tell(db, account, secondFactorChanged('recovery-codes-made', whence, now), now);
    return { codes: made.codes };
  });
}

/** Switches the app off. Its recovery codes go with it, and so do sign-ins that wait for a code. */
export async function removeAuthenticator(
  db: Db,
  { account, whence }: Pick<Holder, 'account' | 'whence'>,
  what: 'authenticator-off' | 'authenticator-reset',
  now: Temporal.Instant,
): Promise<boolean> {
  if (!(await holdApp(db, account))) return false;
  await db.deleteFrom('authenticators').where('account_id', '=', account).execute();
  await db.deleteFrom('second_steps').where('account_id', '=', account).execute();
  await db.updateTable('sessions').set({ second_factor: false }).where('account_id', '=', account).execute();
  await noteEvent(db, { account }, what, whence, now);
  await tell(db, account, secondFactorChanged(what, whence, now), now);
  return true;
}

async function holdApp(db: Db, account: string): Promise<boolean> {
  const row = await db
    .selectFrom('authenticators')
    .select('confirmed_at')
    .where('account_id', '=', account)
    .where('confirmed_at', 'is not', null)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

/** One salt for the ten, so that a code that is typed needs the work of hashing once. */
async function hashedCodes(): Promise<{ codes: string[]; hashes: string[] }> {
  const codes = newRecoveryCodes();
  const first = await hashPassword(codes[0]!);
  const others = await Promise.all(codes.slice(1).map(code => hashAs(code, first)));
  return { codes, hashes: [first, ...others] };
}

async function storeCodes(db: Db, account: string, hashes: string[], now: Temporal.Instant): Promise<void> {
  await db.deleteFrom('recovery_codes').where('account_id', '=', account).execute();
  await db
    .insertInto('recovery_codes')
    .values(hashes.map(hash => ({ account_id: account, hash, made_at: now })))
    .execute();
}
