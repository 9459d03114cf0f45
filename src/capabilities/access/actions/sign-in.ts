import type { Kysely } from 'kysely';
import type { Database } from '../../../platform/database/database.ts';
import type { InstallationTables } from '../../../platform/database/tables.ts';
import { derive } from '../../../platform/secrets/derived-key.ts';
import { knownDevice } from '../device.ts';
import { isPassword } from '../password-hash.ts';
import type { Whence } from '../session.ts';
import { noteEvent, takeBackEvent } from './events.ts';
import { forgetFailures, type Guess, guessOf, takeTurn } from './guessing.ts';
import { type LetIn, letIn } from './letting-in.ts';

type Db = Kysely<InstallationTables>;

/** What somebody says who they are. */
export type Claim = { email: string; password: string };

/** From where it is tried, and under whose name that is counted. */
export type Attempt = { guess: Guess; whence: Whence };

export type PasswordRefusal = { refused: 'wrong' } | { refused: 'wait'; until: Temporal.Instant };

/** Signs somebody in. An unknown address and a wrong password are refused alike, in words and in time. */
export async function signIn(
  database: Database,
  attempt: Attempt,
  claim: Claim,
  now: Temporal.Instant,
): Promise<LetIn | PasswordRefusal> {
  const checked = await checkPassword(database, attempt, claim, now);
  if ('refused' in checked) return checked;
  return database.beforeOrganisation(async db => {
    await forgive(db, attempt, checked);
    const { account } = checked;
    return letIn(db, { account, method: 'password', whence: attempt.whence }, now);
  });
}

/** A password that was right: what was counted and written down against it before it was looked at is taken back. */
export type RightPassword = { account: string; refusal: number | undefined };

/** Whether the password is this account's; the answer is slowed as every guess is. */
export async function checkPassword(
  database: Database,
  { guess, whence }: Attempt,
  { email, password }: Claim,
  now: Temporal.Instant,
): Promise<RightPassword | PasswordRefusal> {
  const { turn, account, refusal } = await database.beforeOrganisation(async db => {
    const turn = await takeTurn(db, guess, now);
    const refusal =
      'waitUntil' in turn ? undefined : await noteEvent(db, { email }, 'wrong-password', whence, now);
    const account = await db
      .selectFrom('accounts')
      .select(['id', 'password_hash'])
      .where('email', '=', email)
      .executeTakeFirst();
    return { turn, account, refusal };
  });
  if ('waitUntil' in turn) return { refused: 'wait', until: turn.waitUntil };
  const right = await isPassword(password, account?.password_hash);
  return right && account ? { account: account.id, refusal } : { refused: 'wrong' };
}

export async function forgive(db: Db, { guess }: Attempt, { refusal }: RightPassword): Promise<void> {
  await forgetFailures(db, guess);
  await takeBackEvent(db, refusal);
}

export type From = {
  email: string;
  /** The network address it came from. */
  address: string;
  /** What the browser kept from an earlier sign-in. */
  device: string | undefined;
};

/**
 * A browser that this account signed in with before is counted by itself, apart from everybody else.
 * @param secret the installation's signing secret
 */
export function guessAt(secret: string, { email, address, device }: From): Guess {
  const nonce = knownDevice(derive(secret, 'devices'), email, device);
  const key = derive(secret, 'sign-in failures');
  return nonce ? guessOf(key, `device ${nonce}`, `device ${nonce}`) : guessOf(key, email, address);
}

/**
 * Codes are counted apart from passwords: whoever has the password could otherwise clear the count with it, and go on.
 * @param account whose app the code is said to be of
 */
export function codeGuessAt(secret: string, account: string, { email, address, device }: From): Guess {
  const nonce = knownDevice(derive(secret, 'devices'), email, device);
  const key = derive(secret, 'code failures');
  return nonce ? guessOf(key, `${account} ${nonce}`, nonce) : guessOf(key, account, address);
}

/** Links are counted as they are asked for, whether or not anybody has the address; a known browser has no favour here. */
export const linkGuessAt = (secret: string, { email, address }: From): Guess =>
  guessOf(derive(secret, 'links asked for'), email, address);
