import pg from 'pg';
import {
  type EmbeddedDatabase,
  runningEmbedded,
  startEmbedded,
} from '../platform/database/embedded/embedded.ts';
import type { Settings } from '../platform/settings/settings.ts';

/** Something about the installation that a person must put right before Commsgrid can go on. */
export class InstallationProblem extends Error {}

/** The database that this installation stands on. */
export type InstallationDatabase = {
  connection: pg.PoolConfig;
  /** Absent where the database is somebody else's server. */
  embedded?: EmbeddedDatabase;
};

/** Write for what councils' servers have; older ones lack what the migrations use. */
export const OLDEST_POSTGRES = 15;

/** @param unwanted fires when there is no use in going on */
export async function openInstallation(
  settings: Settings,
  unwanted?: AbortSignal,
): Promise<InstallationDatabase> {
  if (!settings.databaseUrl) {
    const embedded = await startEmbedded(settings.dataFolder, unwanted).catch(
      tellOfFolder(settings.dataFolder),
    );
    return { connection: embedded.connection, embedded };
  }
  const connection = { connectionString: settings.databaseUrl };
  await checkServer(connection);
  return { connection };
}

/** What the file system refuses is told as a sentence; every other fault stays what it is. */
const tellOfFolder = (folder: string) => (fault: NodeJS.ErrnoException) => {
  const refused = ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOTDIR', 'EEXIST', 'EDQUOT'];
  if (!refused.includes(fault.code ?? '')) throw fault;
  throw new InstallationProblem(
    `The data folder ${folder} cannot be used (${fault.code}, ${fault.path ?? folder}). ` +
      'To see why and what to type: npx commsgrid doctor',
    { cause: fault },
  );
};

/** For commands beside a running Commsgrid, and for the worker. */
export function connectionOf(settings: Settings): pg.PoolConfig {
  const connection = settings.databaseUrl
    ? { connectionString: settings.databaseUrl }
    : runningEmbedded(settings.dataFolder);
  if (connection) return connection;
  throw new InstallationProblem(`No Commsgrid runs on ${settings.dataFolder}. Start it first: npm start`);
}

export async function serverVersion(connection: pg.PoolConfig): Promise<number> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    const { rows } = await client.query('show server_version_num');
    return Math.floor(Number(rows[0].server_version_num) / 10_000);
  } finally {
    await client.end().catch(() => undefined);
  }
}

export async function checkServer(connection: pg.PoolConfig): Promise<void> {
  const version = await serverVersion(connection).catch((fault: Error) => {
    throw new InstallationProblem(
      `The database that DATABASE_URL names does not answer: ${fault.message || 'no connection'}. ` +
        'Check the address, the account and its password, and that the server runs.',
      { cause: fault },
    );
  });
  if (version < OLDEST_POSTGRES)
    throw new InstallationProblem(
      `The database server is PostgreSQL ${version}. Commsgrid needs ${OLDEST_POSTGRES} or later.`,
    );
}
