import { existsSync } from 'node:fs';
import pg from 'pg';
import { type DatabaseAccount, databaseAccount } from './account.ts';
import { type Binaries, binaries } from './binaries.ts';
import { createCluster } from './cluster.ts';
import { dataFolders, type Folders, privateFolder } from './folders.ts';
import {
  awaitReady,
  killPostmaster,
  type Postmaster,
  readPostmaster,
  startPostmaster,
  stopPostmaster,
} from './postmaster.ts';
import { type Secrets, secretsOf } from './secrets.ts';

/** The PostgreSQL that Commsgrid brings and starts itself. */
export type EmbeddedDatabase = {
  folders: Folders;
  /** Connection options of the account that owns the tables. */
  connection: pg.PoolConfig;
  /** Looks whether the server lives, and starts it again where it does not. Asked again meanwhile, it waits along. */
  revive: () => Promise<void>;
  /** Ends it for certain within the limit. */
  stop: (limitMs?: number) => Promise<void>;
  /** For when nobody waits: it recovers from its own log at the next start. */
  stopAtOnce: () => void;
};

const NAME = 'commsgrid';

/**
 * Starts the embedded database of a data folder, making it at first use; a server that a killed Commsgrid
 * left running is adopted as it is.
 */
export async function startEmbedded(data: string, unwanted?: AbortSignal): Promise<EmbeddedDatabase> {
  const programs = await binaries();
  const folders = dataFolders(data);
  const secrets = secretsOf(folders.secrets);
  let account: DatabaseAccount | undefined;
  const start = () => {
    account ??= prepare(programs, folders, secrets);
    return startPostmaster(programs, folders, account);
  };
  const server = await awaitReady(folders, start, { unwanted });
  const connection = await ownDatabase(server, secrets);
  let reviving: Promise<unknown> | undefined;
  let stopped = false;
  return {
    folders,
    connection,
    revive: async () => {
      if (stopped || readPostmaster(folders)?.ready) return;
      reviving ??= awaitReady(folders, start).finally(() => (reviving = undefined));
      await reviving;
    },
    stop: async limitMs => {
      stopped = true;
      await reviving?.catch(() => undefined); // a server that is only just starting has not yet said who it is
      await stopPostmaster(folders, limitMs);
    },
    stopAtOnce: () => killPostmaster(folders),
  };
}

/** How the command line reaches the database of a running Commsgrid; undefined when none runs. */
export function runningEmbedded(data: string): pg.PoolConfig | undefined {
  if (!existsSync(data)) return undefined;
  const folders = dataFolders(data);
  const server = readPostmaster(folders);
  return server?.ready ? connectionTo(server, NAME, NAME, secretsOf(folders.secrets).database) : undefined;
}

function prepare(programs: Binaries, folders: Folders, secrets: Secrets): DatabaseAccount {
  const account = databaseAccount({ program: programs.postgres, ...folders }, owner =>
    privateFolder(folders.socket, owner),
  );
  createCluster(programs, folders, account, secrets.databaseSuperuser);
  return account;
}

const OWNING = 7_130_003;

/** The account that owns our tables is not a superuser: row-level security binds it too. */
async function ownDatabase(server: Postmaster, secrets: Secrets): Promise<pg.PoolConfig> {
  const own = connectionTo(server, NAME, NAME, secrets.database);
  if (await answers(own)) return own;
  const superuser = new pg.Client(connectionTo(server, 'postgres', 'postgres', secrets.databaseSuperuser));
  await superuser.connect();
  try {
    // two may find a new server at once: until the connection ends, the second waits
    await superuser.query('select pg_advisory_lock($1)', [OWNING]);
    const [role] = (await superuser.query('select 1 from pg_roles where rolname = $1', [NAME])).rows;
    const verb = role ? 'alter' : 'create';
    await superuser.query(
      `${verb} role ${NAME} login createdb createrole password ${pg.escapeLiteral(secrets.database)}`,
    );
    const [database] = (await superuser.query('select 1 from pg_database where datname = $1', [NAME])).rows;
    if (!database) await superuser.query(`create database ${NAME} owner ${NAME}`);
  } finally {
    await superuser.end();
  }
  return own;
}

async function answers(connection: pg.PoolConfig): Promise<boolean> {
  const client = new pg.Client(connection);
  try {
    await client.connect();
    return true;
  } catch (fault) {
    const expected = ['28P01', '28000', '3D000']; // no such account, wrong password, no such database
    if (expected.includes((fault as { code?: string }).code ?? '')) return false;
    throw fault;
  } finally {
    await client.end();
  }
}

const connectionTo = (
  server: Postmaster,
  user: string,
  database: string,
  password: string,
): pg.PoolConfig => ({
  host: server.host,
  port: server.port,
  user,
  database,
  password,
});
