import { type Kysely, sql } from 'kysely';
import type { Database } from '../../../platform/database/database.ts';
import type { InstallationTables } from '../../../platform/database/tables.ts';
import { putInInstallationOutbox } from '../../../platform/mail/outbox.ts';
import { RESET_LIFETIME, SIGN_IN_LIFETIME } from '../link.ts';
import { noLinks, resetLink, signInLink } from '../messages.ts';
import { signOnInstead } from '../sign-on/messages.ts';
import { signOnAlone } from '../sign-on/offers.ts';
import { digestOf, newToken } from '../token.ts';
import { noteEvent } from './events.ts';
import { takeTurn } from './guessing.ts';
import { rulesOf } from './sessions.ts';
import type { Attempt } from './sign-in.ts';

type Db = Kysely<InstallationTables>;

/** What can be asked for by email. */
export type Asked = 'sign-in' | 'reset';

const LIFETIME = { 'sign-in': SIGN_IN_LIFETIME, reset: RESET_LIFETIME };
const EVENT = { 'sign-in': 'link-asked', reset: 'reset-asked' } as const;
const NOBODY = '00000000-0000-0000-0000-000000000000';

/**
 * Sends a link to whoever has an account with the address. Where nobody has, the same is written and undone: the work,
 * and so the time, tells nobody who has an account. An address without account gets no message (OWASP, "Forgot password",
 * asks for the same answer on the page and no more): otherwise anybody could have Commsgrid write to anybody.
 * @returns until when to wait, where too many were asked for
 */
export async function askForLink(
  database: Database,
  asked: Asked,
  { email, guess, whence }: Attempt & { email: string },
  now: Temporal.Instant,
): Promise<{ waitUntil: Temporal.Instant } | undefined> {
  return database.beforeOrganisation(async db => {
    const turn = await takeTurn(db, guess, now);
    if ('waitUntil' in turn) return turn;
    const account = await db
      .selectFrom('accounts')
      .select(['id', 'name', 'email'])
      .where('email', '=', email)
      .executeTakeFirst();
    const alone = await signOnAlone(db, account?.id ?? NOBODY);
    const allowed = (await mayUseLinks(db, account?.id ?? NOBODY)) || asked === 'reset';
    await sql`savepoint written_for_nobody`.execute(db);
    const { token, digest } = newToken();
    await db
      .insertInto('one_time_links')
      .values({
        token_hash: digest,
        purpose: asked,
        account_id: account?.id ?? null,
        created_at: now,
        expires_at: now.add(LIFETIME[asked]),
      })
      .execute();
    const link = asked === 'reset' ? resetLink(whence, token) : signInLink(whence, token);
    const to = { name: account?.name ?? email, address: email };
    await putInInstallationOutbox(
      db,
      {
        ...(alone.length ? signOnInstead(whence.site, alone) : allowed ? link : noLinks(whence)),
        to,
        ...(account && { account: account.id }),
      },
      now,
    );
    await noteEvent(db, { email }, EVENT[asked], whence, now);
    if (!account) await sql`rollback to savepoint written_for_nobody`.execute(db);
    return undefined;
  });
}

/** Whether a link lets somebody in: it opens every organisation that they work for, so every one has to allow it. */
export async function mayUseLinks(db: Db, account: string): Promise<boolean> {
  const places = await rulesOf(db, account);
  return places.length > 0 && places.every(({ rules }) => rules.linksAllowed);
}

/** Whether any organisation here lets people in by a link, so that the way is worth showing. */
export async function linksOffered(db: Db): Promise<boolean> {
  const rules = db.selectFrom('sign_in_rules').select('organisation_id').where('links_allowed', '=', true);
  return (await rules.limit(1).executeTakeFirst()) !== undefined;
}

/** Whose link this is, while it lasts. Looking at it uses nothing up: scanners look too. */
export async function linkOwner(
  db: Db,
  token: string,
  asked: Asked,
  now: Temporal.Instant,
): Promise<{ id: string; name: string; email: string } | undefined> {
  return db
    .selectFrom('one_time_links as l')
    .innerJoin('accounts as a', 'a.id', 'l.account_id')
    .where('l.token_hash', '=', digestOf(token))
    .where('l.purpose', '=', asked)
    .where('l.expires_at', '>', now)
    .select(['a.id', 'a.name', 'a.email'])
    .executeTakeFirst();
}

/** Takes the link out, and with it every other one of its account. Of two at the same moment one finds it gone. */
export async function takeLink(
  db: Db,
  token: string,
  asked: Asked,
  now: Temporal.Instant,
): Promise<string | undefined> {
  const taken = await db
    .deleteFrom('one_time_links')
    .where('token_hash', '=', digestOf(token))
    .where('purpose', '=', asked)
    .where('expires_at', '>', now)
    .returning('account_id')
    .executeTakeFirst();
  if (!taken?.account_id) return undefined;
  await db.deleteFrom('one_time_links').where('account_id', '=', taken.account_id).execute();
  return taken.account_id;
}
