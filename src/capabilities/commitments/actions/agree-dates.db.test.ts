import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { daysSeries, quarterlySeries, stagedPromise } from '../../../../tests/support/promises.ts';
import { testSite } from '../../../../tests/support/site.ts';
import { json } from '../../../platform/database/json.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import type { Series } from '../../../timing/series/series.ts';
import { WRITE_DATES } from '../write-dates-asked.ts';
import { promisesFollowCalendars } from '../write-dates-job.ts';
import { moveOccurrence } from './move-occurrence.ts';
import { settle } from './settle.ts';

const site = await testSite({ now: '2025-05-06T09:00:00Z' });
after(site.close);
const organisation = await site.organisation('Borough of Ashmere');
const within = <T>(work: Parameters<typeof site.within<T>>[1]) => site.within(organisation, work);
const now = site.clock.now();
const today = Temporal.PlainDate.from('2025-05-06');
const day = (iso: string) => Temporal.PlainDate.from(iso);

const rowsOf = (promise: string) =>
  within(({ db }) =>
    db
      .selectFrom('occurrences')
      .selectAll()
      .where('promise_id', '=', promise)
      .orderBy('by_day')
      .orderBy('first_by')
      .execute(),
  );
const days = async (promise: string) =>
  (await rowsOf(promise)).map(({ by_day, outcome }) => (outcome ? `${by_day} ${outcome}` : `${by_day}`));

let calendars = 0;

/** A calendar with a meeting on each day, known by its place, and a promise of every one of them. */
async function meetings(...on: string[]) {
  const calendar = await within(async ({ db }) => {
    const made = { name: `Council ${++calendars}`, kind: 'meetings', created_at: now, changed_at: now };
    return (await db.insertInto('calendars').values(made).returning('id').executeTakeFirstOrThrow()).id;
  });
  const tell = () => within(inside => promisesFollowCalendars(inside, calendar, now));
  const meet = async (uid: string, iso: string) => {
    await within(({ db }) =>
      db
        .insertInto('calendar_entries')
        .values({
          ...{ calendar_id: calendar, uid, title: 'Full council', from_day: day(iso), by_day: day(iso) },
          ...{ created_at: now, changed_at: now },
        })
        .execute(),
    );
    await tell();
  };
  const change = async (uid: string, to: { on?: string; cancelled?: boolean }) => {
    const days = to.on ? { from_day: day(to.on), by_day: day(to.on) } : {};
    const cancelled = to.cancelled === undefined ? {} : { cancelled_at: to.cancelled ? now : null };
    await within(({ db }) =>
      db
        .updateTable('calendar_entries')
        .set({ ...days, ...cancelled, changed_at: now })
        .where('calendar_id', '=', calendar)
        .where('uid', '=', uid)
        .execute(),
    );
    await tell();
    await site.runJobs();
  };
  for (const [place, iso] of on.entries()) await meet(`m${place}`, iso);
  const series: Series = { kind: 'beside', calendar, days: { at: 'first-day' }, from: '2025-05-06' };
  const { promise } = await within(inside => stagedPromise(inside, { series, now }));
  await site.runJobs();
  return { promise, calendar, meet, change };
}

test('an entry that is added is due, one that is moved takes what hangs on it along, and the first date stays', async () => {
  const { promise, meet, change } = await meetings('2025-05-20', '2025-06-17');
  await meet('late', '2025-07-15');
  await meet('past', '2025-05-01');
  await change('m1', { on: '2025-06-24' });
  assert.deepEqual(await days(promise), ['2025-05-20', '2025-06-24', '2025-07-15']);
  assert.equal((await rowsOf(promise))[1]?.first_by.toString(), '2025-06-17');
});

test('what a person moved, or said what became of, no calendar moves', async () => {
  const { promise, change } = await meetings('2025-05-20', '2025-06-17');
  const [first, second] = await rowsOf(promise);
  const by = { name: 'Ada Marsh', account: null };
  await within(inside => settle(inside, { occurrences: [first!.id], as: 'done' }, by, { now, today }));
  const to = { from: day('2025-06-19'), by: day('2025-06-19'), why: 'The hall' };
  await within(inside =>
    moveOccurrence(inside, { occurrence: second!.id, version: second!.version, ...to }, { now, today }),
  );
  await change('m0', { on: '2025-05-27' });
  await change('m1', { cancelled: true });
  assert.deepEqual(await days(promise), ['2025-05-20 met', '2025-06-19']);
});

test('what is cancelled goes where nobody had heard of it; what somebody was asked about says why, and opens again', async () => {
  const { promise, change } = await meetings('2025-05-20', '2025-06-17');
  const [first] = await rowsOf(promise);
  await within(({ db }) =>
    db.updateTable('occurrences').set({ asked_on: today }).where('id', '=', first!.id).execute(),
  );
  await change('m0', { cancelled: true });
  await change('m1', { cancelled: true });
  const [only, ...others] = await rowsOf(promise);
  assert.deepEqual(
    [only?.outcome, only?.reason, others.length],
    ['excused', 'The calendar does not have it any more.', 0],
  );
  await change('m0', { cancelled: false, on: '2025-05-27' });
  assert.deepEqual(await days(promise), ['2025-05-27']);
});

test('a series that changes brings its own dates, and leaves what has happened and what somebody was asked about', async () => {
  const { promise } = await within(inside => stagedPromise(inside, { series: quarterlySeries, now }));
  await site.runJobs();
  const [running, asked] = await rowsOf(promise);
  const by = { name: 'Ada Marsh', account: null };
  await within(inside => settle(inside, { occurrences: [running!.id], as: 'done' }, by, { now, today }));
  const monthly: Series = { kind: 'each', times: 1, period: { count: 1, unit: 'month' }, from: '2026-06-10' };
  await within(async inside => {
    await inside.db.updateTable('occurrences').set({ asked_on: today }).where('id', '=', asked!.id).execute();
    await inside.db
      .updateTable('promises')
      .set({ series: json(monthly) })
      .where('id', '=', promise)
      .execute();
    await enqueue(inside, WRITE_DATES, { promise }, now);
  });
  await site.runJobs();
  assert.deepEqual(await days(promise), [
    '2025-06-30 met',
    '2025-09-30',
    ...['2026-06-30', '2026-07-31', '2026-08-31', '2026-09-30', '2026-10-31', '2026-11-30'],
  ]);
});

test('what was missed stays where it was missed, also where its calendar or how far ahead it is due changes afterwards', async () => {
  const { promise, change } = await meetings('2025-05-20', '2025-06-17');
  site.clock.advance({ hours: 20 * 24 });
  await change('m0', { on: '2025-06-03' });
  assert.deepEqual(await days(promise), ['2025-05-20', '2025-06-17']);
  await change('m1', { on: '2025-05-22' }); // told of after its day: nobody could have kept it
  assert.deepEqual(await days(promise), ['2025-05-20', '2025-06-17']);
});

test('a series that is changed to a calendar leaves what runs in its grace, and what somebody was asked about, to them', async () => {
  const { calendar } = await meetings('2025-06-17');
  const before = daysSeries('2025-05-25', '2025-05-28');
  const then = site.clock.now();
  const { promise } = await within(inside =>
    stagedPromise(inside, { series: before, graceDays: 3, now: then, from: '2025-05-06' }),
  );
  await site.runJobs();
  const asked = (await rowsOf(promise))[1]!;
  await within(async inside => {
    await inside.db
      .updateTable('occurrences')
      .set({ asked_on: day('2025-05-26') })
      .where('id', '=', asked.id)
      .execute();
    const series: Series = { kind: 'beside', calendar, days: { at: 'first-day' }, from: '2025-05-06' };
    await inside.db
      .updateTable('promises')
      .set({ series: json(series) })
      .where('id', '=', promise)
      .execute();
    await enqueue(inside, WRITE_DATES, { promise }, then);
  });
  await site.runJobs();
  assert.deepEqual(await days(promise), ['2025-05-25', '2025-05-28', '2025-06-17']);
  await within(inside => promisesFollowCalendars(inside, calendar, then));
  await site.runJobs();
  assert.deepEqual(await days(promise), ['2025-05-25', '2025-05-28', '2025-06-17']);
});
