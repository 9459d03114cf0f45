import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testDatabase } from '../../../tests/support/database.ts';
import { systemClock } from '../clock.ts';
import type { Database } from './database.ts';
import { writtenOnce } from './written-once.ts';

const { database, drop } = await testDatabase();
after(drop);

const organisation = await database.beforeOrganisation(async db => {
  const values = { name: 'Borough of Ashmere', colour: '#1d4f91', created_at: systemClock.now() };
  return (await db.insertInto('organisations').values(values).returning('id').executeTakeFirstOrThrow()).id;
});
const inside = <T>(work: Parameters<Database['inOrganisation']>[1]) =>
  database.inOrganisation({ organisation, actor: { id: null, name: 'Test' } }, work) as Promise<T>;

let built = 0;
const between = writtenOnce((db, low: number, high: number) => {
  built++;
  return db
    .selectFrom('organisations')
    .select(({ val }) => [val(high).as('high'), val(low).as('low'), val('kept').as('word')])
    .where('name', '!=', 'nowhere');
});

test('a question is worded once, and asked with the values of each time in their own places', async () => {
  assert.deepEqual(await inside(within => between(within, 1, 2)), [{ high: '2', low: '1', word: 'kept' }]);
  assert.deepEqual(await inside(within => between(within, 3, 4)), [{ high: '4', low: '3', word: 'kept' }]);
  assert.equal(built, 1);
});
