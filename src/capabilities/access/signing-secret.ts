import { randomBytes } from 'node:crypto';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';

/** The installation's own secret (256 bits), made at its first start. Of two that start at once, the first one's holds. */
export function signingSecret(database: Database, clock: Clock): Promise<string> {
  return database.beforeOrganisation(async db => {
    await db
      .insertInto('installation')
      .values({ signing_secret: randomBytes(32).toString('base64url'), created_at: clock.now() })
      .onConflict(row => row.column('only_row').doNothing())
      .execute();
    const row = await db.selectFrom('installation').select('signing_secret').executeTakeFirstOrThrow();
    return row.signing_secret;
  });
}
