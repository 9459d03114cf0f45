import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { daysSeries, quarterlySeries, stagedPromise } from '../../../../tests/support/promises.ts';
import { testSite } from '../../../../tests/support/site.ts';
import { historyOf } from '../../../platform/history/history.ts';
import type { Series } from '../../../timing/series/series.ts';
import { promiseSubject } from '../promise.ts';
import { promiseById } from '../queries/promises.ts';
import { changePromise } from './change-promise.ts';
import { endPromise, reopenPromise } from './end-promise.ts';
import { moveOccurrence } from './move-occurrence.ts';
import { settle } from './settle.ts';

const site = await testSite({ now: '2025-05-06T09:00:00Z' });
after(site.close);
const organisation = await site.organisation('Borough of Ashmere');
const day = (text: string) => Temporal.PlainDate.from(text);
const when = (text = '2025-05-06') => ({ now: site.clock.now(), today: day(text) });
const within = <T>(work: Parameters<typeof site.within<T>>[1]) => site.within(organisation, work);

const monthly: Series = {
  kind: 'each',
  times: 1,
  period: { count: 1, unit: 'month' },
  from: '2025-04-01',
};

async function kept(series: Series) {
  const { promise } = await within(inside => stagedPromise(inside, { series, ...when() }));
  await site.runJobs();
  return promise;
}

/** Its dates until a day, each with what became of it. */
const dates = (promise: string, until: string) =>
  within(async ({ db }) => {
    const rows = await db
      .selectFrom('occurrences')
      .select(['by_day', 'outcome', 'id', 'version'])
      .where('promise_id', '=', promise)
      .where('by_day', '<=', day(until))
      .orderBy('by_day')
      .execute();
    return rows.map(row => ({ ...row, words: `${row.by_day} ${row.outcome ?? 'open'}` }));
  });
const words = async (promise: string, until: string) => (await dates(promise, until)).map(one => one.words);

async function change(promise: string, series: Series, today?: string) {
  const done = await within(async inside => {
    const before = await promiseById(inside, promise);
    const { version, owner, ...terms } = before!;
    return changePromise(
      inside,
      { promise, version, terms: { ...terms, owner: owner?.id ?? null, series } },
      when(today),
    );
  });
  await site.runJobs();
  return done;
}

test('a series that changes leaves what has happened and brings its own dates, each once', async () => {
  const promise = await kept(quarterlySeries);
  const [first] = await dates(promise, '2025-06-30');
  await within(inside =>
    settle(inside, { occurrences: [first!.id], as: 'done' }, { name: 'Jo Marsh', account: null }, when()),
  );
  assert.deepEqual(await words(promise, '2025-09-30'), ['2025-06-30 met', '2025-09-30 open']);
  const done = await change(promise, monthly);
  assert.deepEqual('fields' in done && done.fields, ['when due']);
  assert.deepEqual(await words(promise, '2025-08-31'), [
    '2025-05-31 open',
    '2025-06-30 met',
    '2025-06-30 open',
    '2025-07-31 open',
    '2025-08-31 open',
  ]);
  const [entry] = await within(inside => historyOf(inside, promiseSubject(promise)));
  assert.deepEqual(entry?.changes, [
    { field: 'when due', before: 'once in each quarter', after: 'once in each month' },
  ]);
});

test('what a person moved stays where they put it, whatever the series says', async () => {
  const promise = await kept(daysSeries('2025-06-10', '2025-07-10'));
  const [first] = await dates(promise, '2025-06-30');
  const to = { from: day('2025-06-20'), by: day('2025-06-20') };
  await within(inside =>
    moveOccurrence(
      inside,
      { occurrence: first!.id, version: first!.version, ...to, why: 'The hall is closed' },
      when(),
    ),
  );
  await change(promise, daysSeries('2025-08-01'));
  assert.deepEqual(await words(promise, '2025-12-31'), ['2025-06-20 open', '2025-08-01 open']);
});

test('changed back, it is as it was; changed over what somebody else changed, it is refused', async () => {
  const promise = await kept(quarterlySeries);
  const before = await words(promise, '2026-03-31');
  await change(promise, monthly);
  await change(promise, quarterlySeries);
  assert.deepEqual(await words(promise, '2026-03-31'), before);
  const stale = await within(async inside => {
    const { owner, ...terms } = (await promiseById(inside, promise))!;
    return changePromise(
      inside,
      { promise, version: 1, terms: { ...terms, owner: owner?.id ?? null } },
      when(),
    );
  });
  assert.deepEqual(stale, { refused: 'changed-meanwhile' });
});

test('grace that is given later takes no miss back', async () => {
  const promise = await kept(daysSeries('2025-05-01', '2025-05-20'));
  await within(async inside => {
    const { owner, version, ...terms } = (await promiseById(inside, promise))!;
    const kinder = { ...terms, owner: owner?.id ?? null, graceDays: 30 };
    return changePromise(inside, { promise, version, terms: kinder }, when());
  });
  const missed = await within(({ db }) =>
    db
      .selectFrom('occurrences')
      .select('missed_from')
      .where('promise_id', '=', promise)
      .orderBy('by_day')
      .execute(),
  );
  assert.deepEqual(
    missed.map(one => one.missed_from.toString()),
    ['2025-05-02', '2025-06-20'],
  );
});

test('what has ended is promised again without what would have been due meanwhile', async () => {
  const promise = await kept({ kind: 'rule', rule: 'FREQ=WEEKLY;BYDAY=TU', from: '2025-05-06' });
  const version = async () => (await within(inside => promiseById(inside, promise)))!.version;
  assert.deepEqual(
    await within(async inside => endPromise(inside, { promise, version: 1, why: ' ' }, when('2025-05-13'))),
    { refused: 'reason-needed' },
  );
  await within(inside => endPromise(inside, { promise, version: 1, why: 'No money' }, when('2025-05-13')));
  const seen = await version();
  // somebody spoke of one of them all the same
  await within(({ db }) =>
    sql`insert into concerns (promise_id, occurrence_id, words, raised_at, raised_by)
      select promise_id, id, 'Gate lights', now(), 'A warden' from occurrences
      where promise_id = ${promise} and by_day = '2025-05-20'`.execute(db),
  );
  site.clock.set('2025-06-02T09:00:00Z');
  await within(inside => reopenPromise(inside, { promise, version: seen }, when('2025-06-02')));
  await site.runJobs();
  assert.deepEqual(await words(promise, '2025-06-10'), [
    '2025-05-06 open',
    '2025-05-20 excused',
    '2025-06-03 open',
    '2025-06-10 open',
  ]);
});
