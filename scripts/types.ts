import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../src/platform/database/embedded/embedded.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { generateTypes } from './generate-types.ts';

// Types of the tables, from a database migrated for the purpose. `--verify` compares instead of writing.
const data = join(tmpdir(), `commsgrid-types-${process.pid}`);
const embedded = await startEmbedded(data);
try {
  await migrate(embedded.connection);
  const { user, password, host, database } = embedded.connection;
  const url = `postgresql://${user}:${encodeURIComponent(String(password))}@/${database}?host=${encodeURIComponent(host ?? '')}`;
  generateTypes(url, process.argv.includes('--verify'));
} finally {
  await embedded.stop();
  rmSync(data, { recursive: true, force: true });
}
