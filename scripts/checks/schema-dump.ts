import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../../src/platform/database/migrate.ts';
import { HOME } from '../../src/platform/settings/settings.ts';
import { generateTypes } from '../generate-types.ts';
import type { Check } from './check.ts';
import { differences } from './differences.ts';
import { dumpSchema } from './schema/dump.ts';
import { withEmptyDatabase } from './schema/empty-database.ts';

const WRITTEN = join(HOME, 'migrations/schema.txt');

export const check: Check = {
  sentence: 'From nothing, the migrations make the schema that is written down.',
  run: () => withEmptyDatabase(faultsIn),
};

async function faultsIn(connection: pg.ClientConfig): Promise<string[]> {
  await migrate(connection);
  const client = new pg.Client(connection);
  await client.connect();
  const schema = await dumpSchema(client).finally(() => client.end());
  const faults = process.argv.includes('--write') ? write(schema) : compare(schema);
  return [...faults, ...typeFaults(connection)];
}

function write(schema: string): string[] {
  writeFileSync(WRITTEN, schema);
  return [];
}

function compare(schema: string): string[] {
  const written = existsSync(WRITTEN) ? readFileSync(WRITTEN, 'utf8') : '';
  const faults = differences(written, schema).map(line => `migrations/schema.txt: ${line}`);
  return faults.length
    ? [...faults, 'Where that is meant: node scripts/checks/run.ts schema-dump --write']
    : [];
}

/** Our types of the tables, against the same database. */
function typeFaults(connection: pg.ClientConfig): string[] {
  try {
    generateTypes(asUrl(connection), true);
    return [];
  } catch {
    return [
      'src/platform/database/generated.ts is not what the migrations make. Renew it: node scripts/types.ts',
    ];
  }
}

function asUrl({ connectionString, user, password, host, port, database }: pg.ClientConfig): string {
  if (connectionString) return connectionString;
  const account = `${user}:${encodeURIComponent(String(password))}`;
  const url = new URL(`postgresql://${account}@localhost/${database}`);
  url.searchParams.set('host', String(host));
  url.searchParams.set('port', String(port));
  return url.href;
}
