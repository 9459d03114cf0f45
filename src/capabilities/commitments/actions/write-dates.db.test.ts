import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { quarterlySeries, stagedPromise, weeklySeries } from '../../../../tests/support/promises.ts';
import { testSite } from '../../../../tests/support/site.ts';
import { writeDates } from './write-dates.ts';

const site = await testSite({ now: '2025-05-06T09:00:00Z' });
after(site.close);
const organisation = await site.organisation('Borough of Ashmere');
const now = site.clock.now();
const within = <T>(work: Parameters<typeof site.within<T>>[1]) => site.within(organisation, work);
const kept = (more: Partial<Parameters<typeof stagedPromise>[1]>) =>
  within(inside => stagedPromise(inside, { series: quarterlySeries, now, ...more }));
const until = (day: string) => ({ until: Temporal.PlainDate.from(day), now });
const written = async (promise: string) => {
  const rows = await within(({ db }) =>
    db
      .selectFrom('occurrences')
      .select(['key', 'first_from', 'from_day', 'by_day', 'missed_from', 'outcome'])
      .where('promise_id', '=', promise)
      .orderBy('by_day')
      .execute(),
  );
  return rows;
};

test('the dates of a promise are written down a year and a half ahead, the first from the day that it holds', async () => {
  const { promise } = await kept({ graceDays: 3 });
  await site.runJobs();
  const rows = await written(promise);
  assert.deepEqual(
    rows.map(({ key }) => key),
    ['2025-04-01', '2025-07-01', '2025-10-01', '2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01'],
  );
  assert.deepEqual([rows[0]?.from_day, rows[0]?.by_day, rows[0]?.missed_from].map(String), [
    '2025-05-06',
    '2025-06-30',
    '2025-07-04',
  ]);
});

test('what is written twice stands once, wherever the clock jumps', async () => {
  const { promise } = await kept({ series: weeklySeries });
  for (const day of ['2025-06-30', '2025-06-30', '2027-01-05', '2025-05-20', '2026-08-01'])
    await within(inside => writeDates(inside, { promise }, until(day)));
  const rows = await written(promise);
  const days = rows.map(({ by_day }) => by_day.toString());
  const all = Array.from(
    { length: 88 },
    (_, n) => `${Temporal.PlainDate.from('2025-05-06').add({ weeks: n })}`,
  );
  assert.deepEqual(days, all);
});

test('nothing is due after an end; what began before it is written down where the end is taken back', async () => {
  const { promise } = await kept({});
  const ends = (day: string | null) =>
    within(({ db }) =>
      db
        .updateTable('promises')
        .set({ ended_on: day ? Temporal.PlainDate.from(day) : null })
        .where('id', '=', promise)
        .execute(),
    );
  await ends('2025-11-15');
  await within(inside => writeDates(inside, { promise }, until('2026-04-30')));
  assert.deepEqual(
    (await written(promise)).map(({ key }) => key),
    ['2025-04-01', '2025-07-01'],
  );
  await ends(null);
  await within(inside => writeDates(inside, { promise }, until('2026-04-30')));
  assert.deepEqual(
    (await written(promise)).map(({ key }) => key),
    ['2025-04-01', '2025-07-01', '2025-10-01', '2026-01-01', '2026-04-01'],
  );
});
