import type { Kysely } from 'kysely';
import type { InstallationTables } from '../../../platform/database/tables.ts';
import { sealing } from '../../../platform/secrets/sealed.ts';
import { codeTyped, stepOfCode } from '../one-time-code.ts';
import { hashAs } from '../password-hash.ts';
import { recoveryCodeTyped } from '../recovery-code.ts';

type Db = Kysely<InstallationTables>;

/** Keeps the secrets of authenticator apps from whoever has the table alone. */
export const authenticatorSeal = (signingSecret: string) => sealing(signingSecret, 'authenticators');

/** A code as it was typed, made ready to be compared: the work of hashing is done outside of any transaction. */
export type GivenCode = { code: string } | { recovery: string };

/** @param anyHash one of the account's recovery codes as stored, which share their salt; undefined where it has none */
export async function prepareCode(typed: string, anyHash: string | undefined): Promise<GivenCode> {
  const code = codeTyped(typed);
  if (code) return { code };
  return { recovery: anyHash ? await hashAs(recoveryCodeTyped(typed), anyHash) : '' };
}

export async function anyRecoveryHash(db: Db, account: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('recovery_codes')
    .select('hash')
    .where('account_id', '=', account)
    .limit(1)
    .executeTakeFirst();
  return row?.hash;
}

export type TakenCode = 'code' | 'recovery-code' | 'wrong' | 'used';

/** Takes a code, once: of two that come at the same moment one finds it gone. */
export function takeCode(
  db: Db,
  signingSecret: string,
  account: string,
  given: GivenCode,
  now: Temporal.Instant,
): Promise<TakenCode> {
  return 'code' in given
    ? takeFromApp(db, signingSecret, account, given.code, now)
    : takeRecoveryCode(db, account, given.recovery, now);
}

async function takeFromApp(
  db: Db,
  signingSecret: string,
  account: string,
  code: string,
  now: Temporal.Instant,
): Promise<TakenCode> {
  const app = await db
    .selectFrom('authenticators')
    .select(['sealed_secret', 'last_step'])
    .where('account_id', '=', account)
    .forUpdate()
    .executeTakeFirst();
  const secret = app && authenticatorSeal(signingSecret).unseal(app.sealed_secret, account);
  const step = secret && stepOfCode(secret, code, now);
  if (!step) return 'wrong';
  if (app.last_step !== null && Number(app.last_step) >= step) return 'used';
  await db.updateTable('authenticators').set({ last_step: step }).where('account_id', '=', account).execute();
  return 'code';
}

async function takeRecoveryCode(
  db: Db,
  account: string,
  hash: string,
  now: Temporal.Instant,
): Promise<TakenCode> {
  const { numUpdatedRows } = await db
    .updateTable('recovery_codes')
    .set({ used_at: now })
    .where('account_id', '=', account)
    .where('hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) return 'recovery-code';
  const known = await db
    .selectFrom('recovery_codes')
    .select('used_at')
    .where('account_id', '=', account)
    .where('hash', '=', hash)
    .executeTakeFirst();
  return known ? 'used' : 'wrong';
}
