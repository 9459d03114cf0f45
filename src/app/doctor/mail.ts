import type pg from 'pg';
import { examineMail } from '../../capabilities/mail/index.ts';
import { openDatabase } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { type Finding, unseen } from './finding.ts';

/** What mail needs, of every organisation. The database is known to be at this version. */
export async function mailFindings(
  { mail, url }: Settings,
  connection: pg.PoolConfig,
  client: pg.Client,
): Promise<Finding[]> {
  const { rows } = await client.query('select signing_secret from installation');
  if (!rows[0]) return [unseen('Email', 'seen after the first start.')]; // nothing can have been set up
  const database = openDatabase(connection, 'commsgrid-doctor');
  try {
    const signingSecret: string = rows[0].signing_secret;
    return await examineMail({ database, environment: mail, signingSecret, url });
  } finally {
    await database.close();
  }
}
