import type { Kysely } from 'kysely';
import type { Database } from '../../../../platform/database/database.ts';
import type { InstallationTables } from '../../../../platform/database/tables.ts';
import type { Here } from '../rules/coming-in.ts';

type Db = Kysely<InstallationTables>;

/** The account with this address, how its work here stands, and for how many other organisations it works. */
export async function accountWith(
  db: Db,
  email: string,
  organisation: string,
  now: Temporal.Instant,
): Promise<{ account: string; here: Here; elsewhere: number } | undefined> {
  const account = await db.selectFrom('accounts').select('id').where('email', '=', email).executeTakeFirst();
  if (!account) return undefined;
  const work = await db
    .selectFrom('memberships')
    .select(['organisation_id', 'ended_at', 'ends_at'])
    .where('account_id', '=', account.id)
    .execute();
  const here = work.find(({ organisation_id }) => organisation_id === organisation);
  return {
    account: account.id,
    here: !here ? 'never' : isOver(here, now) ? 'left' : 'member',
    elsewhere: work.filter(one => one !== here && !isOver(one, now)).length,
  };
}

/** Ended, or past its last day: nothing need be done when that comes. */
const isOver = (
  { ended_at, ends_at }: { ended_at: Temporal.Instant | null; ends_at: Temporal.Instant | null },
  now: Temporal.Instant,
): boolean => ended_at !== null || (ends_at !== null && Temporal.Instant.compare(ends_at, now) <= 0);

/** An account without a password, for somebody whom nobody added. Of two browsers that come at once, both get the one. */
export function newAccount(
  database: Database,
  email: string,
  name: string,
  now: Temporal.Instant,
): Promise<string> {
  return database.beforeOrganisation(async db => {
    const { id } = await db
      .insertInto('accounts')
      .values({ email, name: name || email.slice(0, email.indexOf('@')), created_at: now })
      .onConflict(at => at.column('email').doUpdateSet({ email }))
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  });
}
