import { migrate } from '../platform/database/migrate.ts';
import type { Settings } from '../platform/settings/settings.ts';
import { openInstallation } from './installation.ts';

/** Brings the database to this version and says what was done. Starts the embedded one for as long as that takes. */
export async function migrateCommand(settings: Settings): Promise<number> {
  const { connection, embedded } = await openInstallation(settings);
  const applied = await migrate(connection);
  console.log(applied.length ? `Applied ${applied.join(', ')}.` : 'The database is up to date.');
  if (embedded && !(await isInUse(connection))) await embedded.stop();
  return 0;
}

async function isInUse(connection: Parameters<typeof migrate>[0]): Promise<boolean> {
  const { default: pg } = await import('pg');
  const client = new pg.Client(connection);
  await client.connect();
  const { rows } = await client.query(
    `select count(*)::int as others from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
  );
  await client.end();
  return rows[0].others > 0;
}
