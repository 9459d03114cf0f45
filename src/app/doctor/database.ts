import pg from 'pg';
import type { Settings } from '../../platform/settings/settings.ts';
import { OLDEST_POSTGRES } from '../installation.ts';
import { type Finding, mend, well } from './finding.ts';
import { addressOf, unreachableFinding } from './unreachable.ts';

/** PostgreSQL's number: 180004 is 18.4. */
export function versionFinding(number: number, where: string): Finding {
  const major = Math.floor(number / 10_000);
  const version = `${major}.${number % 10_000}`;
  if (major >= OLDEST_POSTGRES) return well('Database', `PostgreSQL ${version} answers ${where}.`);
  return mend(
    'Database',
    `the server ${where} is PostgreSQL ${version}. Commsgrid needs ${OLDEST_POSTGRES} or later. Upgrade the server, or leave DATABASE_URL out: Commsgrid brings a database of its own.`,
    'env -u DATABASE_URL npm start',
  );
}

export type Reached = { finding: Finding; client?: pg.Client };

/** Connects and asks for the version; the client is open for the checks that follow, where it may serve. */
export async function reachDatabase(settings: Settings, connection: pg.PoolConfig): Promise<Reached> {
  const client = new pg.Client({
    ...connection,
    connectionTimeoutMillis: 5_000,
    query_timeout: 10_000,
    application_name: 'commsgrid-doctor',
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query('show server_version_num');
    const finding = versionFinding(Number(rows[0].server_version_num), whereOf(settings));
    if (finding.state === 'well') return { finding, client };
    await client.end();
    return { finding };
  } catch (fault) {
    await client.end().catch(() => undefined);
    return { finding: faultFinding(settings, fault as NodeJS.ErrnoException) };
  }
}

const whereOf = ({ databaseUrl }: Settings): string =>
  databaseUrl ? `at ${addressOf(databaseUrl).host}` : 'in the data folder';

function faultFinding({ databaseUrl, dataFolder }: Settings, fault: NodeJS.ErrnoException): Finding {
  const code = /timeout expired|Query read timeout/.test(fault.message)
    ? 'ETIMEDOUT'
    : (fault.code ?? 'unknown');
  if (databaseUrl) return unreachableFinding(addressOf(databaseUrl), code, fault.message);
  return mend(
    'Database',
    `the embedded server runs and does not let us in: ${fault.message}. Its own words are in ${dataFolder}/postgres.log.`,
    `tail ${dataFolder}/postgres.log`,
  );
}
