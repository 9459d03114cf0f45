import type { Kysely } from 'kysely';
import type { InstallationTables } from '../../../platform/database/tables.ts';
import { newDevice } from '../messages.ts';
import type { Method, Whence } from '../session.ts';
import { digestOf, newToken } from '../token.ts';
import { noteEvent } from './events.ts';
import { beginSession, enterOrganisation } from './sessions.ts';
import { tell } from './tell.ts';

type Db = Kysely<InstallationTables>;

/** What a first proof leads to: a session, or the question for a code, which is none yet. */
export type LetIn = { token: string } | { step: string };

export type Proven = {
  account: string;
  method: Method;
  /** Where they go on, if that is settled. */
  organisation?: string | undefined;
  whence: Whence;
};

/** Long enough to find the phone. */
export const STEP_LIFETIME = Temporal.Duration.from({ minutes: 10 });
/** After so many wrong codes the password is asked for again. */
export const WRONG_CODES = 5;

/** Somebody proved who they are, once: they are in, unless their account has an authenticator app, which is asked too. */
export async function letIn(db: Db, proven: Proven, now: Temporal.Instant): Promise<LetIn> {
  const app = await db
    .selectFrom('authenticators')
    .select('confirmed_at')
    .where('account_id', '=', proven.account)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst();
  return app ? { step: await beginStep(db, proven, now) } : { token: await comeIn(db, proven, false, now) };
}

async function beginStep(
  db: Db,
  { account, method, organisation }: Proven,
  now: Temporal.Instant,
): Promise<string> {
  const { token, digest } = newToken();
  await db.deleteFrom('second_steps').where('expires_at', '<=', now).execute();
  await db
    .insertInto('second_steps')
    .values({
      token_hash: digest,
      account_id: account,
      organisation_id: organisation ?? null,
      method,
      begun_at: now,
      expires_at: now.add(STEP_LIFETIME),
    })
    .execute();
  return token;
}

/** The session, its entry in the history, and the way on. @returns the session's token */
export async function comeIn(
  db: Db,
  { account, method, organisation, whence }: Proven,
  secondFactor: boolean,
  now: Temporal.Instant,
): Promise<string> {
  const token = await beginSession(db, account, now, { method, secondFactor, whence });
  if (organisation) await enterOrganisation(db, token, account, organisation);
  if (!whence.known && (method !== 'join' || (await signedInBefore(db, account))))
    await tell(db, account, newDevice(whence, now), now);
  await noteEvent(db, { account }, `signed-in-${method}${secondFactor ? '-code' : ''}`, whence, now);
  return token;
}

/** Whoever just joined knows that they did. */
export async function signedInBefore(db: Db, account: string): Promise<boolean> {
  const before = db.selectFrom('sign_in_events').select('id').where('account_id', '=', account);
  return (await before.where('what', 'like', 'signed-in-%').limit(1).executeTakeFirst()) !== undefined;
}

/** Whose step this is, while it lasts. */
export type OpenStep = {
  account: string;
  email: string;
  method: Method;
  organisation: string | undefined;
};

export async function readStep(db: Db, token: string, now: Temporal.Instant): Promise<OpenStep | undefined> {
  const row = await db
    .selectFrom('second_steps as s')
    .innerJoin('accounts as a', 'a.id', 's.account_id')
    .where('s.token_hash', '=', digestOf(token))
    .where('s.expires_at', '>', now)
    .where('s.wrong_codes', '<', WRONG_CODES)
    .select(['a.id', 'a.email', 's.method', 's.organisation_id'])
    .executeTakeFirst();
  if (!row) return undefined;
  const { id, email, method, organisation_id } = row;
  return { account: id, email, method: method as Method, organisation: organisation_id ?? undefined };
}
