import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { testDatabase } from '../../../tests/support/database.ts';
import { differences } from '../differences.ts';
import { dumpSchema } from './dump.ts';

test('whatever a migration changes shows in the text of the schema', async () => {
  const { connection, drop } = await testDatabase();
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const before = await dumpSchema(client);
    assert.deepEqual(differences(before, await dumpSchema(client)), []);
    const changes: [string, RegExp][] = [
      ['alter table plans add column colour text', /\+ {3}colour text/],
      ['alter table plans alter column title drop not null', /- {3}title text not null/],
      ['alter table plans add constraint named check (length(title) > 1)', /\+ {3}constraint named/],
      ['create index plans_by_edition on plans (edition)', /\+ {3}create INDEX plans_by_edition/],
      ['drop policy own_organisation on plans', /- {3}policy own_organisation/],
      ['grant select on queued_jobs to commsgrid_member', /\+ {3}grant insert, select to commsgrid_member/],
      ['drop trigger history_stands on history', /- {3}trigger history_stands/],
      ['grant execute on function settle_lines to public', /\+ execute for public/],
      ['create table leaflets (id uuid)', /\+ table leaflets/],
    ];
    for (const [change, shown] of changes) {
      await client.query(`begin; ${change}`);
      assert.match(differences(before, await dumpSchema(client)).join('\n'), shown, change);
      await client.query('rollback');
    }
  } finally {
    await client.end();
    await drop();
  }
});
