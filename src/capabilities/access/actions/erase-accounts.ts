import { sql } from 'kysely';
import type { Database } from '../../../platform/database/database.ts';

/**
 * Ends the work of accounts for an organisation, and erases those that work for no other: their name, address and
 * everything by which they came in. The row itself stays, so that nobody else is ever taken for them. The only
 * administrator of the organisation stays until there is another.
 */
export async function eraseAccounts(
  database: Database,
  organisation: string,
  { accounts, now }: { accounts: string[]; now: Temporal.Instant },
): Promise<{ erased: number; workElsewhere: number; lastAdministrator: boolean }> {
  const outcome = { erased: 0, workElsewhere: 0, lastAdministrator: false };
  for (const account of accounts)
    await database.beforeOrganisation(async db => {
      const others = await sql`
        select from memberships where organisation_id = ${organisation} and role = 'administrator' and ended_at is null
          and account_id <> ${account} for update`.execute(db);
      if (!others.rows.length) {
        outcome.lastAdministrator = true;
        return;
      }
      await sql`update memberships set ended_at = coalesce(ended_at, ${now})
        where organisation_id = ${organisation} and account_id = ${account}`.execute(db);
      const elsewhere = await sql`
        select from memberships where account_id = ${account} and organisation_id <> ${organisation} and ended_at is null`.execute(
        db,
      );
      if (elsewhere.rows.length) {
        outcome.workElsewhere++;
        await sql`delete from sessions where account_id = ${account} and organisation_id = ${organisation}`.execute(
          db,
        );
        return;
      }
      for (const table of COMES_IN_BY)
        await sql`delete from ${sql.table(table)} where account_id = ${account}`.execute(db);
      const address = `erased-${account}@erased.invalid`;
      await sql`update accounts set name = '(erased)', email = ${address}, password_hash = null
        where id = ${account}`.execute(db);
      outcome.erased++;
    });
  return outcome;
}

/** Everything by which somebody is let in, and what is kept of that. */
const COMES_IN_BY = [
  'sessions',
  'one_time_links',
  'second_steps',
  'recovery_codes',
  'authenticators',
  'sign_in_events',
  'grants',
];
