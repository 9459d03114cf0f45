import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../tests/support/database.ts';
import { stageOccurrences } from '../../../../tests/support/occurrences.ts';
import { organisationWithin } from '../../../../tests/support/plans.ts';
import { stagedPromise, weeklySeries } from '../../../../tests/support/promises.ts';
import { keptOfAll } from './kept-by-week.ts';

const { database, drop } = await testDatabase();
after(drop);
const inside = await organisationWithin(database);
const now = Temporal.Instant.from('2025-04-08T09:00:00Z');
const today = Temporal.PlainDate.from('2025-04-08');
const weeks = { from: today.subtract({ days: 15 }), by: today.add({ days: 5 }), today }; // Monday 24 March to Sunday

const staged = await inside(async within => {
  const found = await stagedPromise(within, { series: weeklySeries, now });
  await stageOccurrences(
    within,
    found,
    [
      { by: '2025-03-25', outcome: 'met' },
      { by: '2025-03-26', outcome: 'late' },
      { by: '2025-03-27' }, // missed, and nobody said so
      { by: '2025-03-28', outcome: 'excused' },
      { by: '2025-04-01', outcome: 'missed' },
      { by: '2025-04-07', outcome: 'met' },
      { by: '2025-04-10' }, // to come
    ],
    now,
  );
  return found;
});

const kept = () => inside(within => keptOfAll(within, weeks));
const change = (work: ReturnType<typeof sql>) => inside(({ db }) => work.execute(db).then(() => undefined));

test('a week says how many were met on time, of those that count: what nobody said is missed by the day', async () => {
  assert.deepEqual(await kept(), [
    { week: 0, met: 1, counted: 3 },
    { week: 1, met: 0, counted: 1 },
    { week: 2, met: 1, counted: 1 },
  ]);
});

test('what is settled, taken back or moved to another week is counted where it stands now', async () => {
  await change(sql`update occurrences set outcome = 'met', settled_at = ${now} where by_day = '2025-03-27'`);
  assert.deepEqual((await kept())[0], { week: 0, met: 2, counted: 3 });
  await change(sql`update occurrences set from_day = '2025-04-02', by_day = '2025-04-02', missed_from = '2025-04-03'
    where by_day = '2025-03-27'`);
  assert.deepEqual((await kept()).slice(0, 2), [
    { week: 0, met: 1, counted: 2 },
    { week: 1, met: 1, counted: 2 },
  ]);
  await change(sql`update occurrences set outcome = null, settled_at = null where by_day = '2025-04-02'`);
  assert.deepEqual((await kept())[1], { week: 1, met: 0, counted: 2 });
});

test('the tallies are what counting again would say, also after some were deleted', async () => {
  await change(sql`delete from occurrences where by_day = '2025-03-26'`);
  const [told, counted] = await inside(async ({ db }) => [
    (
      await sql`select week, met, late, missed from kept_tallies where met + late + missed > 0 order by week`.execute(
        db,
      )
    ).rows,
    (
      await sql`select week_of(by_day) as week, (count(*) filter (where outcome = 'met'))::int as met,
        (count(*) filter (where outcome = 'late'))::int as late, (count(*) filter (where outcome = 'missed'))::int as missed
        from occurrences where outcome in ('met', 'late', 'missed') group by 1 order by 1`.execute(db)
    ).rows,
  ]);
  assert.deepEqual(told, counted);
});

test('what nobody said of a line that was taken out counts nowhere; what was settled of it stays', async () => {
  await change(sql`delete from lines where id = ${staged.line}`);
  assert.deepEqual(
    (await kept()).map(({ met, counted }) => [met, counted]),
    [
      [1, 1],
      [0, 1],
      [1, 1],
    ],
  );
});
