import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import pg from 'pg';
import { startEmbedded } from './embedded.ts';

const data = mkdtempSync(join(tmpdir(), 'commsgrid-at-once-'));
const started: Awaited<ReturnType<typeof startEmbedded>>[] = [];
after(async () => {
  await started[0]?.stop();
  rmSync(data, { recursive: true, force: true });
});

test('several who find a new database at once all get in, and its account is made once', async () => {
  started.push(...(await Promise.all(Array.from({ length: 8 }, () => startEmbedded(data)))));
  for (const { connection } of started) {
    const client = new pg.Client(connection);
    await client.connect();
    assert.equal((await client.query('select current_user as me')).rows[0].me, 'commsgrid');
    await client.end();
  }
});
