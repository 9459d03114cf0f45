import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testDatabase } from '../../../tests/support/database.ts';
import { organisationWithin } from '../../../tests/support/plans.ts';
import { firstBrokenEntry, historyOf, record, recordMany } from './history.ts';

const { database, drop } = await testDatabase();
after(drop);
const inside = await organisationWithin(database);
const now = Temporal.Instant.from('2025-04-08T09:00:00Z');
const subject = (number: number) => ({
  kind: 'line',
  id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
});

test('entries of many records go on from what each has, and their chains hold', async () => {
  await inside(within => record(within, subject(1), 'made', [], now));
  const change = { field: 'what', before: 'Leaflets', after: 'Leaflets and posters' };
  const deeds = Array.from({ length: 1500 }, (_, at) => ({
    subject: subject(at + 1),
    action: 'changed by the edition',
    changes: [change],
  }));
  await inside(within => recordMany(within, deeds, now));
  await inside(within => recordMany(within, deeds.slice(0, 2), now));
  const numbers = async (number: number) =>
    (await inside(within => historyOf(within, subject(number)))).map(entry => entry.number);
  assert.deepEqual(await numbers(1), [3, 2, 1]);
  assert.deepEqual(await numbers(2), [2, 1]);
  assert.deepEqual(await numbers(1500), [1]);
  for (const one of [1, 2, 1200, 1500])
    assert.equal(await inside(within => firstBrokenEntry(within, subject(one))), undefined);
  const [last] = await inside(within => historyOf(within, subject(1500)));
  assert.deepEqual(last!.changes, [change]);
  assert.equal(last!.actor, 'Ada Editor');
  await inside(within => recordMany(within, [], now));
});
