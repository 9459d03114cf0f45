import type { Kysely } from 'kysely';
import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/database.ts';
import type { InstallationTables } from '../../../platform/database/tables.ts';
import { record } from '../../../platform/history/history.ts';
import { JOIN_LIFETIME, joinPath } from '../link.ts';
import { membershipSubject } from '../member.ts';
import { hashPassword } from '../password-hash.ts';
import { accountByEmail } from '../queries.ts';
import { NOWHERE, type Whence } from '../session.ts';
import { digestOf, newToken } from '../token.ts';
import { renewAccess } from './accounts.ts';
import { removeAuthenticator } from './authenticator.ts';
import { type LetIn, letIn } from './letting-in.ts';

type Db = Kysely<InstallationTables>;

/**
 * A link that sets the password of an account; an older one stops, and those that are over are cleared. Whether it may be made is `mayMakeLink`'s to say.
 * @returns its path
 */
export async function makeLink(
  db: Db,
  account: string,
  organisation: string | null,
  now: Temporal.Instant,
): Promise<string> {
  await db
    .deleteFrom('one_time_links')
    .where(link => link.or([link('account_id', '=', account), link('expires_at', '<=', now)]))
    .execute();
  const { token, digest } = newToken();
  await db
    .insertInto('one_time_links')
    .values({
      token_hash: digest,
      purpose: 'join',
      account_id: account,
      organisation_id: organisation,
      created_at: now,
      expires_at: now.add(JOIN_LIFETIME),
    })
    .execute();
  return joinPath(token);
}

/**
 * A link for an account that no administrator may make one for, because it works for several organisations. Made by
 * whoever operates the installation, at the command line; where the phone is lost too, its app is taken away.
 * @returns its path, or undefined where no account has this address
 */
export function operatorLink(
  database: Database,
  clock: Clock,
  email: string,
  { lostPhone = false, site = '' } = {},
): Promise<string | undefined> {
  return database.beforeOrganisation(async db => {
    const account = await accountByEmail(db, email.trim().toLowerCase());
    if (!account) return undefined;
    const holder = { account, whence: { ...NOWHERE, site } };
    if (lostPhone) await removeAuthenticator(db, holder, 'authenticator-reset', clock.now());
    return makeLink(db, account, null, clock.now());
  });
}

/** Whom a link is for and where it leads. */
export type OpenLink = {
  account: { id: string; name: string; email: string; hasPassword: boolean };
  organisation: { id: string; name: string; colour: string } | undefined;
};

/**
 * What a link opens, while it does. One that an administrator made opens nothing once the person has left, or works for
 * another organisation too: it would open that one as well.
 */
export async function readLink(db: Db, token: string, now: Temporal.Instant): Promise<OpenLink | undefined> {
  const row = await db
    .selectFrom('one_time_links as l')
    .innerJoin('accounts as a', 'a.id', 'l.account_id')
    .leftJoin('organisations as o', 'o.id', 'l.organisation_id')
    .where('l.token_hash', '=', digestOf(token))
    .where('l.purpose', '=', 'join')
    .where('l.expires_at', '>', now)
    .select(['a.id', 'a.name', 'a.email', 'a.password_hash', 'l.organisation_id'])
    .select(['o.name as organisation', 'o.colour'])
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.organisation_id && !(await worksOnlyFor(db, row.id, row.organisation_id))) return undefined;
  const { id, name, email } = row;
  return {
    account: { id, name, email, hasPassword: row.password_hash !== null },
    organisation: row.organisation_id
      ? { id: row.organisation_id, name: row.organisation!, colour: row.colour! }
      : undefined,
  };
}

async function worksOnlyFor(db: Db, account: string, organisation: string): Promise<boolean> {
  const rows = await db
    .selectFrom('memberships')
    .select('organisation_id')
    .where('account_id', '=', account)
    .where('ended_at', 'is', null)
    .execute();
  return rows.length === 1 && rows[0]!.organisation_id === organisation;
}

/** Opens the account the link is for, under the name and password chosen. An authenticator app is asked for all the same. */
export async function followLink(
  database: Database,
  token: string,
  chosen: { name: string; password: string },
  whence: Whence,
  now: Temporal.Instant,
): Promise<{ in: LetIn; link: OpenLink } | Refusal<'link-over'>> {
  const hash = await hashPassword(chosen.password);
  const opened = await database.beforeOrganisation(async db => {
    // the row is held, so that of two who follow it at once the second finds it gone
    const held = db.selectFrom('one_time_links').select('purpose').where('token_hash', '=', digestOf(token));
    await held.forUpdate().executeTakeFirst();
    const link = await readLink(db, token, now);
    if (!link) return refuse('link-over');
    await db.updateTable('accounts').set({ name: chosen.name }).where('id', '=', link.account.id).execute();
    const account = link.account.id;
    await renewAccess(db, account, hash, now);
    const proven = { account, method: 'join', organisation: link.organisation?.id, whence } as const;
    return { in: await letIn(db, proven, now), link };
  });
  if ('link' in opened) await recordFollowed(database, opened.link, chosen.name, now);
  return opened;
}

async function recordFollowed(
  database: Database,
  { account, organisation }: OpenLink,
  name: string,
  now: Temporal.Instant,
): Promise<void> {
  if (!organisation) return;
  const renamed = name === account.name ? [] : [{ field: 'name', before: account.name, after: name }];
  const action = account.hasPassword ? 'set a new password' : 'joined';
  const who = { organisation: organisation.id, actor: { id: account.id, name } };
  await database.inOrganisation(who, within =>
    record(within, membershipSubject(account.id), action, renamed, now),
  );
}
