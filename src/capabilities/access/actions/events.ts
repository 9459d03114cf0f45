import { type Kysely, sql } from 'kysely';
import type { InstallationTables } from '../../../platform/database/tables.ts';
import type { Whence } from '../session.ts';
import type { SignInEvent } from '../sign-in-event.ts';

type Db = Kysely<InstallationTables>;
type Whose = { account: string } | { email: string };

/**
 * Writes down what happened with an account, or nothing where no account has the address: in one statement either way,
 * so that its time tells nobody who has an account. An administrator sees it where the account works for theirs alone.
 * @returns the number of the entry
 */
export async function noteEvent(
  db: Db,
  whose: Whose,
  what: SignInEvent,
  { device, address }: Pick<Whence, 'device' | 'address'>,
  now: Temporal.Instant,
): Promise<number | undefined> {
  const which = 'account' in whose ? sql`a.id = ${whose.account}` : sql`a.email = ${whose.email}`;
  const { rows } = await sql<{ id: number }>`
    insert into sign_in_events (account_id, organisation_id, at, what, device, address)
    select a.id, (select case when count(*) = 1 then min(m.organisation_id::text)::uuid end
        from memberships m where m.account_id = a.id and m.ended_at is null),
      ${now}, ${what}, ${device}, ${address}::inet
    from accounts a where ${which}
    returning id
  `.execute(db);
  return rows[0]?.id;
}

/** What was written down before its end was known, and ended well. */
export async function takeBackEvent(db: Db, entry: number | undefined): Promise<void> {
  if (entry) await db.deleteFrom('sign_in_events').where('id', '=', entry).execute();
}

/** Removes what was kept long enough. @returns how many entries went */
export async function forgetEvents(db: Db, before: Temporal.Instant): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('sign_in_events')
    .where('at', '<', before)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
