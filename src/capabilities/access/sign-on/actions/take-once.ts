import type { Kysely } from 'kysely';
import type { InstallationTables } from '../../../../platform/database/tables.ts';
import { digestOf } from '../../token.ts';

/** What a provider says is taken once, and not again until nobody would believe it any more. @returns whether this had not been */
export async function takeOnce(
  db: Kysely<InstallationTables>,
  said: string,
  until: Temporal.Instant,
  now: Temporal.Instant,
): Promise<boolean> {
  await db.deleteFrom('used_sign_ons').where('expires_at', '<=', now).execute();
  const taken = await db
    .insertInto('used_sign_ons')
    .values({ state_hash: digestOf(said), expires_at: until })
    .onConflict(at => at.column('state_hash').doNothing())
    .executeTakeFirst();
  return (taken.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
