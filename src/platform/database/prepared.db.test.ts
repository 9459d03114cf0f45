import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../tests/support/database.ts';
import { openPool } from './connect.ts';

const { connection, database, drop } = await testDatabase();
const pool = openPool({ ...connection, max: 1 }, 'prepared');
const client = await pool.connect();
after(async () => {
  client.release();
  await pool.end();
  await drop();
});
const prepared = async () =>
  (await client.query('select statement from pg_prepared_statements')).rows.map(row => row.statement);

test('a statement with values is prepared when it comes again, and answers alike', async () => {
  const ask = (number: number) => client.query('select $1::int * 2 as twice', [number]);
  assert.equal((await ask(2)).rows[0].twice, 4);
  assert.deepEqual(await prepared(), []);
  for (const number of [3, 4]) assert.equal((await ask(number)).rows[0].twice, number * 2);
  assert.deepEqual(await prepared(), ['select $1::int * 2 as twice']);
});

test('one question without values is prepared too, several statements in one never', async () => {
  for (let again = 0; again < 3; again++) {
    assert.equal((await client.query('select 7 as seven', [])).rows[0].seven, 7);
    await client.query('begin; set local statement_timeout = 1000', []);
    await client.query('commit', []);
  }
  assert.ok((await prepared()).includes('select 7 as seven'));
});

test('what came once takes no place of what comes again', async () => {
  for (let column = 0; column < 300; column++) await client.query(`select $1::int - ${column}`, [1]);
  const before = (await prepared()).length;
  for (let again = 0; again < 3; again++) await client.query('select $1::int + 1000 as late', [1]);
  assert.equal((await prepared()).length, before + 1);
});

test('only so many are kept on one connection, and what comes after them is answered too', async () => {
  for (let column = 0; column < 200; column++)
    for (let again = 0; again < 2; again++) {
      const { rows } = await client.query(`select $1::int + ${column} as sum`, [1]);
      assert.equal(rows[0].sum, 1 + column);
    }
  assert.ok((await prepared()).length <= 120);
});

test('a prepared statement sees the organisation that is bound now, not the one it was prepared for', async () => {
  const made = await database.beforeOrganisation(async db => {
    const values = ['Ashmere', 'Thornbeck'].map(name => ({
      name,
      colour: '#1d4f91',
      created_at: Temporal.Instant.from('2025-04-01T09:00:00Z'),
    }));
    return db.insertInto('organisations').values(values).returning(['id', 'name']).execute();
  });
  for (let round = 0; round < 8; round++)
    for (const { id, name } of made) {
      const seen = await database.inOrganisation(
        { organisation: id, actor: { id: null, name: 'Test' } },
        ({ db }) =>
          sql<{ name: string }>`select name from organisations where name <> ${'nobody'}`.execute(db),
      );
      assert.deepEqual(seen.rows, [{ name }]);
    }
});
