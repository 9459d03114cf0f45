import type { Kysely } from 'kysely';
import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { InstallationTables } from '../../../platform/database/tables.ts';
import { digestOf, newToken } from '../token.ts';
import type { CodeRefusal, Ground } from './authenticator.ts';
import { anyRecoveryHash, prepareCode, takeCode } from './codes.ts';
import { noteEvent } from './events.ts';
import { forgetFailures, type Guess, takeTurn } from './guessing.ts';
import { type Attempt, checkPassword, forgive, type PasswordRefusal } from './sign-in.ts';

type Db = Kysely<InstallationTables>;

/** Who is at work, and under which session's token. */
export type AtWork = { account: { id: string; email: string }; token: string };

/** Somebody at work says the password again. @returns the session's new token: the one before is worth nothing */
export async function proveByPassword(
  { database }: Pick<Ground, 'database'>,
  { account, token }: AtWork,
  { attempt, password }: { attempt: Attempt; password: string },
  now: Temporal.Instant,
): Promise<{ token: string } | PasswordRefusal | Refusal<'session-over'>> {
  const checked = await checkPassword(database, attempt, { email: account.email, password }, now);
  if ('refused' in checked) return checked;
  return database.beforeOrganisation(async db => {
    await forgive(db, attempt, checked);
    return renewToken(db, token, false, now);
  });
}

/** The same by a code, which is asked for instead where there is an authenticator app. */
export async function proveByCode(
  { database, signingSecret }: Ground,
  { account, token }: AtWork,
  { guess, typed, attempt }: { guess: Guess; typed: string; attempt: Attempt },
  now: Temporal.Instant,
): Promise<{ token: string } | CodeRefusal | Refusal<'session-over'>> {
  const { turn, hash } = await database.beforeOrganisation(async db => ({
    turn: await takeTurn(db, guess, now),
    hash: await anyRecoveryHash(db, account.id),
  }));
  if ('waitUntil' in turn) return { refused: 'wait', until: turn.waitUntil };
  const given = await prepareCode(typed, hash);
  return database.beforeOrganisation(async db => {
    const taken = await takeCode(db, signingSecret, account.id, given, now);
    if (taken === 'wrong' || taken === 'used') {
      await noteEvent(db, { account: account.id }, `${taken}-code`, attempt.whence, now);
      return refuse(taken);
    }
    await forgetFailures(db, guess);
    if (taken === 'recovery-code')
      await noteEvent(db, { account: account.id }, 'recovery-code-used', attempt.whence, now);
    return renewToken(db, token, true, now);
  });
}

/** A session that may do more goes on under a token that nobody had before (ASVS 5.0, 7.2.4). */
async function renewToken(
  db: Db,
  before: string,
  bySecondFactor: boolean,
  now: Temporal.Instant,
): Promise<{ token: string } | Refusal<'session-over'>> {
  const { token, digest } = newToken();
  const { numUpdatedRows } = await db
    .updateTable('sessions')
    .set({ token_hash: digest, proven_at: now, ...(bySecondFactor && { second_factor: true }) })
    .where('token_hash', '=', digestOf(before))
    .executeTakeFirst();
  return numUpdatedRows > 0n ? { token } : refuse('session-over');
}

/** By what somebody can prove who they are, while they are at work. */
export type Proofs = {
  password: boolean;
  /** Since when the authenticator app is on. */
  authenticator: Temporal.Instant | undefined;
  /** Recovery codes that were not used. */
  codesLeft: number;
};

export async function proofsOf(db: Db, account: string): Promise<Proofs> {
  const row = await db
    .selectFrom('accounts as a')
    .leftJoin('authenticators as t', 't.account_id', 'a.id')
    .where('a.id', '=', account)
    .select(['a.password_hash', 't.confirmed_at'])
    .select(at =>
      at
        .selectFrom('recovery_codes as c')
        .whereRef('c.account_id', '=', 'a.id')
        .where('c.used_at', 'is', null)
        .select(({ fn }) => fn.countAll<number>().as('left'))
        .as('codes_left'),
    )
    .executeTakeFirstOrThrow();
  return {
    password: row.password_hash !== null,
    authenticator: row.confirmed_at ?? undefined,
    codesLeft: row.codes_left ?? 0,
  };
}
