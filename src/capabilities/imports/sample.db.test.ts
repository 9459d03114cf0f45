import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../tests/support/database.ts';
import { organisationWithin } from '../../../tests/support/plans.ts';
import { sample } from './sample.ts';

const { database, drop } = await testDatabase();
after(drop);
const inside = await organisationWithin(database);

await inside(within => sample(within, Temporal.Instant.from('2026-09-14T09:00:00Z')));

test('the examples become plans, each once, read without a word lost', async () => {
  const { plans, readings } = await inside(async ({ db }) => ({
    plans: await db.selectFrom('plans').select('title').orderBy('title').execute(),
    readings: await db.selectFrom('readings').select(['status', 'outline']).execute(),
  }));
  assert.equal(plans.length, 3);
  assert.equal(new Set(plans.map(plan => plan.title)).size, 3);
  assert.ok(readings.every(reading => reading.status === 'accepted'));
  for (const { outline } of readings)
    assert.equal((outline as { figures: { words: { lost: number } } }).figures.words.lost, 0);
});

test('some of what they promise was met, late and missed, some is due, and some is to come', async () => {
  const outcomes = await inside(async ({ db }) => {
    const rows = await db.selectFrom('occurrences').select(['outcome', 'from_day', 'missed_from']).execute();
    return rows.map(({ outcome, from_day, missed_from }) => {
      const day = '2026-09-14';
      if (outcome) return outcome;
      return missed_from.toString() <= day ? 'missed' : from_day.toString() <= day ? 'due' : 'planned';
    });
  });
  assert.deepEqual([...new Set(outcomes)].sort(), ['due', 'late', 'met', 'missed', 'planned']);
});

test('what happened in it made due what waited for it: one is over, one is due', async () => {
  const made = await inside(({ db }) =>
    db
      .selectFrom('happenings as h')
      .innerJoin('occurrences as o', at => at.on('o.key', '=', sql`'event:' || h.id`))
      .select(['h.title', 'o.by_day as by'])
      .orderBy('h.happened_at')
      .execute(),
  );
  assert.deepEqual(
    made.map(({ title, by }) => [title.split(':')[0], by.toString()]),
    [
      ['Amber alert', '2026-09-05'],
      ['Change to a moving date', '2026-09-15'],
    ],
  );
});
