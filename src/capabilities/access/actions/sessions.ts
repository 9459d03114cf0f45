import { type Kysely, sql } from 'kysely';
import type { InstallationTables } from '../../../platform/database/tables.ts';
import { type Beginning, BY_PASSWORD, type SignInRules, USUAL_RULES } from '../session.ts';
import { digestOf, newToken } from '../token.ts';

type Db = Kysely<InstallationTables>;

/**
 * Begins a session under a token nobody had before, so that one planted in a browser stays worthless. Somebody who
 * works for one organisation is taken there; with several they choose. Sessions that are over are cleared on the way.
 * @returns the token, for the cookie alone
 */
export async function beginSession(
  db: Db,
  account: string,
  now: Temporal.Instant,
  { method, secondFactor, whence }: Beginning = BY_PASSWORD,
): Promise<string> {
  const { token, digest } = newToken();
  await clearEnded(db, now);
  const only = await onlyOrganisation(db, account);
  const { lifetimeHours, idleMinutes } = only?.rules ?? USUAL_RULES;
  await db
    .insertInto('sessions')
    .values({
      token_hash: digest,
      account_id: account,
      organisation_id: only?.id ?? null,
      method,
      second_factor: secondFactor,
      device: whence.device,
      address: whence.address,
      created_at: now,
      seen_at: now,
      proven_at: now,
      expires_at: now.add({ hours: lifetimeHours }),
      idle_minutes: idleMinutes,
    })
    .execute();
  return token;
}

/** Whether a session was without a page for longer than it may be; as `recognise` sees it. */
export const idleAt = (now: Temporal.Instant) =>
  sql<boolean>`seen_at <= ${now}::timestamptz - make_interval(mins => idle_minutes)`;

/** Sessions that are over by either limit. */
export async function clearEnded(db: Db, now: Temporal.Instant): Promise<void> {
  await db
    .deleteFrom('sessions')
    .where(at => at.or([at('expires_at', '<=', now), idleAt(now)]))
    .execute();
}

async function onlyOrganisation(
  db: Db,
  account: string,
): Promise<{ id: string; rules: SignInRules } | undefined> {
  const places = await rulesOf(db, account);
  return places.length === 1 ? places[0] : undefined;
}

/** Every organisation that an account works for, and what it asks of sign-ins. */
export async function rulesOf(db: Db, account: string): Promise<{ id: string; rules: SignInRules }[]> {
  const rows = await db
    .selectFrom('memberships as m')
    .leftJoin('sign_in_rules as r', 'r.organisation_id', 'm.organisation_id')
    .where('m.account_id', '=', account)
    .where('m.ended_at', 'is', null)
    .select([
      'm.organisation_id as id',
      'r.second_factor_required',
      'r.links_allowed',
      'r.idle_minutes',
      'r.lifetime_hours',
    ])
    .execute();
  return rows.map(row => ({
    id: row.id,
    rules: {
      secondFactorRequired: row.second_factor_required ?? USUAL_RULES.secondFactorRequired,
      linksAllowed: row.links_allowed ?? USUAL_RULES.linksAllowed,
      idleMinutes: row.idle_minutes ?? USUAL_RULES.idleMinutes,
      lifetimeHours: row.lifetime_hours ?? USUAL_RULES.lifetimeHours,
    },
  }));
}

/** The session works for this organisation from now on; nothing happens where the account has no membership in it. */
export async function enterOrganisation(
  db: Db,
  token: string,
  account: string,
  organisation: string,
): Promise<boolean> {
  const place = (await rulesOf(db, account)).find(({ id }) => id === organisation);
  if (!place) return false;
  const { lifetimeHours, idleMinutes } = place.rules;
  const result = await db
    .updateTable('sessions')
    .set({
      organisation_id: organisation,
      idle_minutes: idleMinutes,
      expires_at: sql<Temporal.Instant>`created_at + make_interval(hours => ${lifetimeHours})`,
    })
    .where('token_hash', '=', digestOf(token))
    .where('account_id', '=', account)
    // what a sign-on began opens the organisation whose it is, and no other
    .where(session =>
      session.or([session('sign_on_of', 'is', null), session('sign_on_of', '=', organisation)]),
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
