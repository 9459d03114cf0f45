import type { Kysely } from 'kysely';
import type { InstallationTables } from '../../../platform/database/tables.ts';
import { putInInstallationOutbox } from '../../../platform/mail/outbox.ts';
import type { Words } from '../messages.ts';

/** Writes to the holder of an account, at the address that it has in this transaction. */
export async function tell(
  db: Kysely<InstallationTables>,
  account: string,
  words: Words,
  now: Temporal.Instant,
): Promise<void> {
  const { name, email } = await db
    .selectFrom('accounts')
    .select(['name', 'email'])
    .where('id', '=', account)
    .executeTakeFirstOrThrow();
  await putInInstallationOutbox(db, { ...words, to: { name, address: email }, account }, now);
}
