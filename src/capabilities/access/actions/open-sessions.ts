import type { Kysely } from 'kysely';
import type { InstallationTables } from '../../../platform/database/tables.ts';

type Db = Kysely<InstallationTables>;

/** @returns how many ended, sign-ins that waited for a code aside */
export async function endOtherSessions(db: Db, account: string, session: string): Promise<number> {
  await db.deleteFrom('second_steps').where('account_id', '=', account).execute();
  const { numDeletedRows } = await db
    .deleteFrom('sessions')
    .where('account_id', '=', account)
    .where('id', '<>', session)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** One's own session, by the name that the list gives it. */
export async function endOwnSession(db: Db, account: string, session: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('sessions')
    .where('account_id', '=', account)
    .where('id', '=', session)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
