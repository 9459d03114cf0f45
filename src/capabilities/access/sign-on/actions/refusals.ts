import { sql } from 'kysely';
import type { Database } from '../../../../platform/database/database.ts';
import type { Whence } from '../../session.ts';
import type { RefusedEvent } from '../rules/refused.ts';

export type RefusedSignOn = {
  organisation: string;
  what: RefusedEvent;
  /** Who works here, or did, and was meant; where that is known. */
  account?: string | undefined;
  /** The address that the provider gave them. */
  claimed?: string | undefined;
};

/**
 * Of nobody here, so many are kept. Whom a provider presents it vouches for; a worthless answer anybody can bring again
 * and again, and must neither fill a disk nor push the others out.
 */
const MOST = { 'sign-on-refused-': 2_000, 'sign-on-failed-': 200 };

/** Writes down who was not let in, for whoever looks after access; and for themselves, where they have an account here. */
export function noteRefusal(
  database: Database,
  { organisation, what, account, claimed }: RefusedSignOn,
  { device, address }: Pick<Whence, 'device' | 'address'>,
  now: Temporal.Instant,
): Promise<void> {
  return database.beforeOrganisation(async db => {
    await db
      .insertInto('sign_in_events')
      .values({
        organisation_id: organisation,
        account_id: account ?? null,
        claimed: claimed?.slice(0, 320) ?? null,
        at: now,
        what,
        device,
        address,
      })
      .execute();
    if (account) return;
    for (const [kind, most] of Object.entries(MOST))
      if (what.startsWith(kind))
        await sql`delete from sign_in_events where organisation_id = ${organisation} and what like 'sign-on-%'
          and account_id is null and what like ${`${kind}%`} and id <= (
            select id from sign_in_events where organisation_id = ${organisation} and what like 'sign-on-%'
              and account_id is null and what like ${`${kind}%`} order by id desc offset ${most} limit 1)`.execute(
          db,
        );
  });
}
