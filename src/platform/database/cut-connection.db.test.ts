import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { testDatabase } from '../../../tests/support/database.ts';
import { databaseAway } from './connect.ts';

const { database, drop } = await testDatabase();
after(drop);

test('a connection cut between two queries of a transaction fails that transaction and nothing else', async () => {
  const cut = database.beforeOrganisation(async db => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
    await database.pool.query('select pg_terminate_backend($1)', [rows[0]!.pid]);
    await pause(100); // nobody asks anything while the connection goes
    return 'done';
  });
  await assert.rejects(cut, databaseAway);
  const { rows } = await database.pool.query('select 1 as one');
  assert.deepEqual(rows, [{ one: 1 }]);
});
