import type { Database } from '../../../platform/database/database.ts';
import { derive } from '../../../platform/http/security.ts';
import { knownDevice } from '../device.ts';
import { isPassword } from '../password-hash.ts';
import { forgetFailures, type Guess, guessOf, takeTurn } from './guessing.ts';
import { beginSession } from './sessions.ts';

/** What somebody says who they are. */
export type Claim = { email: string; password: string };

export type PasswordRefusal = { refused: 'wrong' } | { refused: 'wait'; until: Temporal.Instant };

/** Signs somebody in. An unknown address and a wrong password are refused alike, in words and in time. */
export async function signIn(
  database: Database,
  guess: Guess,
  claim: Claim,
  now: Temporal.Instant,
): Promise<{ token: string } | PasswordRefusal> {
  const checked = await checkPassword(database, guess, claim, now);
  if ('refused' in checked) return checked;
  return database.beforeOrganisation(async db => {
    await forgetFailures(db, guess);
    return { token: await beginSession(db, checked.account, now) };
  });
}

/** Whether the password is this account's; the answer is slowed as every guess is. */
export async function checkPassword(
  database: Database,
  guess: Guess,
  { email, password }: Claim,
  now: Temporal.Instant,
): Promise<{ account: string } | PasswordRefusal> {
  const { turn, account } = await database.beforeOrganisation(async db => ({
    turn: await takeTurn(db, guess, now),
    account: await db
      .selectFrom('accounts')
      .select(['id', 'password_hash'])
      .where('email', '=', email)
      .executeTakeFirst(),
  }));
  if ('waitUntil' in turn) return { refused: 'wait', until: turn.waitUntil };
  const right = await isPassword(password, account?.password_hash);
  return right && account ? { account: account.id } : { refused: 'wrong' };
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
