import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { stagedPromise } from '../../../../tests/support/promises.ts';
import { runTimed } from '../../../../tests/support/run-timed.ts';
import { testSite } from '../../../../tests/support/site.ts';
import { historyOf } from '../../../platform/history/history.ts';
import type { Series } from '../../../timing/series/series.ts';
import { giveInBankHolidays } from '../../organisations/index.ts';
import { occurrenceSubject } from '../occurrence.ts';
import { promiseSubject } from '../promise.ts';
import { UNSAID } from '../settings.ts';
import { keepSettings } from './keep-settings.ts';
import { moveOccurrence } from './move-occurrence.ts';
import { recordHappening } from './record-happening.ts';
import { settle } from './settle.ts';

// Thursday
const site = await testSite({ now: '2025-05-01T09:00:00Z' });
after(site.close);
const ada = await site.person({ role: 'administrator' });
const { organisation } = ada;
const within = <T>(work: Parameters<typeof site.within<T>>[1]) => site.within(organisation, work);
const now = site.clock.now();
const day = (iso: string) => Temporal.PlainDate.from(iso);
const today = day('2025-05-01');

await within(inside => keepSettings(inside, { ...UNSAID, shift: 'next' }, now));

const kept = async (series: Series) => {
  const { promise } = await within(inside => stagedPromise(inside, { series, now, setOffBy: 'incident' }));
  await site.runJobs();
  return promise;
};

const rowsOf = (promise: string, most: number) =>
  within(({ db }) =>
    db
      .selectFrom('occurrences')
      .select(['id', 'by_day', 'first_by', 'version'])
      .where('promise_id', '=', promise)
      .orderBy('first_by')
      .orderBy('key')
      .limit(most)
      .execute(),
  );
const days = async (promise: string, most = 5) =>
  (await rowsOf(promise, most)).map(({ by_day }) => by_day.toString());

/** On its page; a job follows. */
async function closed(from: string, to = from): Promise<void> {
  const parts = (name: string, iso: string) => {
    const [year, month, date] = iso.split('-');
    return { [`${name}-day`]: date!, [`${name}-month`]: month!, [`${name}-year`]: year! };
  };
  const fields = { ...parts('from', from), ...parts('to', to), what: 'Moving to the new hall' };
  const { location } = await ada.post('/organisation/working-days/closed', fields);
  assert.equal(location, '/organisation/working-days');
  await site.runJobs();
}

const weekly: Series = { kind: 'rule', rule: 'FREQ=WEEKLY;BYDAY=TU', from: '2025-05-01' };

test('dates that fall on days which are closed from now on move, and say so; what was asked, said or moved stays', async () => {
  const promise = await kept(weekly);
  assert.deepEqual(await days(promise), [
    '2025-05-06',
    '2025-05-13',
    '2025-05-20',
    '2025-05-27',
    '2025-06-03',
  ]);
  const [asked, said, moved, free] = await rowsOf(promise, 4);
  await within(async inside => {
    const { db } = inside;
    await db.updateTable('occurrences').set({ asked_on: today }).where('id', '=', asked!.id).execute();
    const by = { name: 'Ada Marsh', account: null };
    const excused = { as: 'excused', reason: 'No hall' } as const;
    await settle(inside, { occurrences: [said!.id], ...excused }, by, { now, today });
    const to = { from: day('2025-05-21'), by: day('2025-05-21'), why: 'The hall' };
    await moveOccurrence(inside, { occurrence: moved!.id, version: moved!.version, ...to }, { now, today });
  });
  for (const iso of ['2025-05-06', '2025-05-13', '2025-05-21', '2025-05-27']) await closed(iso);
  assert.deepEqual(await days(promise), [
    '2025-05-06',
    '2025-05-13',
    '2025-05-21',
    '2025-05-28',
    '2025-06-03',
  ]);
  const history = await within(inside => historyOf(inside, occurrenceSubject(free!.id)));
  assert.deepEqual(
    history.map(({ action, changes }) => [action, changes]),
    [['followed the days that are worked', [{ field: 'due', before: '2025-05-27', after: '2025-05-28' }]]],
  );
  assert.equal((await rowsOf(promise, 4))[3]?.first_by.toString(), '2025-05-27');
});

test('what is due on each working day is not due on one that is closed, and a limit in working days runs on over it', async () => {
  const each: Series = {
    kind: 'each',
    times: 1,
    period: { count: 1, unit: 'working-day' },
    from: '2025-07-01',
  };
  const promise = await kept(each);
  const limited = await kept({
    kind: 'triggered',
    trigger: 'an incident',
    limit: 'P10D',
    workingDays: true,
  });
  const happening = { kind: 'incident', title: 'Flood', note: '', at: now, source: null } as const;
  await within(inside => recordHappening(inside, happening, { promises: [limited] }, now));
  assert.deepEqual(await days(limited), ['2025-05-20']);
  await closed('2025-07-02', '2025-07-03');
  await closed('2025-05-02');
  assert.deepEqual(await days(promise, 3), ['2025-07-01', '2025-07-04', '2025-07-07']);
  const [told] = await within(inside => historyOf(inside, promiseSubject(promise)));
  assert.deepEqual(
    told?.changes.map(({ before }) => before),
    ['2025-07-02', '2025-07-03'],
  );
  assert.deepEqual(await days(limited), ['2025-05-22']); // the day before is closed already
});

test('bank holidays of a new file are followed by night, also by what is due so many working days beside a meeting', async () => {
  const calendar = await within(async ({ db }) => {
    const made = { name: 'Full council', kind: 'meetings', created_at: now, changed_at: now };
    const { id } = await db.insertInto('calendars').values(made).returning('id').executeTakeFirstOrThrow();
    const on = day('2025-09-12');
    const entry = { calendar_id: id, uid: 'one', title: 'Council', from_day: on, by_day: on };
    await db
      .insertInto('calendar_entries')
      .values({ ...entry, created_at: now, changed_at: now })
      .execute();
    return id;
  });
  const before = { at: 'before', end: 'first-day', far: { count: 3, unit: 'working-day' } } as const;
  const promise = await kept({ kind: 'beside', calendar, days: before, from: '2025-05-01' });
  const other = await kept(weekly);
  assert.deepEqual(await days(promise), ['2025-09-09']);
  const holidays = ['2025-09-09', '2025-09-10'].map(one => ({
    division: 'england-and-wales' as const,
    day: one,
    name: 'Jubilee',
  }));
  await giveInBankHolidays(site.database, holidays, now);
  await runTimed(site);
  assert.deepEqual(await days(promise), ['2025-09-05']);
  assert.ok(!(await days(other, 30)).includes('2025-09-09'));
  assert.ok((await days(other, 30)).includes('2025-09-11'));
});
