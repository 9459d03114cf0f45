import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { quarterlySeries, stagedPromise, weeklySeries } from '../../../../tests/support/promises.ts';
import { testSite } from '../../../../tests/support/site.ts';
import { historyOf } from '../../../platform/history/history.ts';
import { removeLines, restoreLines } from '../../plans/index.ts';
import { promiseSubject } from '../promise.ts';
import { followRegister } from './follow-registers.ts';
import { followLines } from './lines-gone.ts';

const site = await testSite({ now: '2025-05-06T09:00:00Z' });
after(site.close);
const organisation = await site.organisation('Borough of Ashmere');
const day = (text: string) => Temporal.PlainDate.from(text);
const when = (text: string) => ({ now: Temporal.Instant.from(`${text}T09:00:00Z`), today: day(text) });
const within = <T>(work: Parameters<typeof site.within<T>>[1]) => site.within(organisation, work);

const ward = (name: string) =>
  within(({ db }) =>
    db
      .insertInto('areas')
      .values({ kind: 'ward', name, created_at: site.clock.now(), changed_at: site.clock.now() })
      .returning('id')
      .executeTakeFirstOrThrow(),
  );

const commitments = (promise: string) =>
  within(({ db }) =>
    db
      .selectFrom('commitments')
      .select(['for_name', 'starts_on', 'ended_on', 'ended_why'])
      .where('promise_id', '=', promise)
      .orderBy('for_name')
      .execute(),
  );

test('wards that join are promised it from that day; one that ends is retired with why, and keeps what was', async () => {
  const [, harbour] = [await ward('Northfield'), await ward('Harbour')];
  const spread = { of: 'areas' as const, kind: 'ward' };
  const { promise } = await within(inside =>
    stagedPromise(inside, { series: quarterlySeries, spread, ...when('2025-05-06') }),
  );
  await site.runJobs();
  await ward('New Quay');
  await within(({ db }) =>
    db
      .updateTable('areas')
      .set({ ends_on: day('2025-07-31') })
      .where('id', '=', harbour.id)
      .execute(),
  );
  const done = await within(inside => followRegister(inside, promise, when('2025-08-04')));
  assert.deepEqual(done, { added: 1, retired: 1, moved: 0 });
  await site.runJobs();
  assert.deepEqual(
    (await commitments(promise)).map(one => [
      one.for_name,
      one.starts_on.toString(),
      one.ended_on?.toString(),
      one.ended_why,
    ]),
    [
      ['Harbour', '2025-05-06', '2025-07-31', 'ended on 31 July 2025'],
      ['New Quay', '2025-08-04', undefined, ''],
      ['Northfield', '2025-05-06', undefined, ''],
    ],
  );
  const [entry] = await within(inside => historyOf(inside, promiseSubject(promise)));
  assert.deepEqual(entry?.changes, [
    { field: 'for whom', before: null, after: 'New Quay' },
    { field: 'for whom', before: 'Harbour', after: 'ended on 31 July 2025' },
  ]);
  assert.deepEqual(await within(inside => followRegister(inside, promise, when('2025-08-05'))), {
    added: 0,
    retired: 0,
    moved: 0,
  });
});

test('a line that comes back is excused what fell due while it was out of the plan', async () => {
  const { promise, plan, line } = await within(inside =>
    stagedPromise(inside, { series: weeklySeries, ...when('2025-05-06') }),
  );
  await site.runJobs();
  const { version } = await within(({ db }) =>
    db.selectFrom('lines').select('version').where('id', '=', line).executeTakeFirstOrThrow(),
  );
  const gone = { plan, lines: [{ id: line, version }], reason: 'By mistake' };
  await within(inside => removeLines(inside, gone, when('2025-05-12').now));
  await within(inside => followLines(inside, 'Europe/London', when('2025-05-13')));
  const since = await within(({ db }) =>
    db.selectFrom('promises').select('gone_on').where('id', '=', promise).executeTakeFirstOrThrow(),
  );
  assert.equal(since.gone_on?.toString(), '2025-05-12');
  await within(inside => restoreLines(inside, { plan, lines: [line] }, when('2025-05-21').now));
  await within(inside => followLines(inside, 'Europe/London', when('2025-05-22')));
  const rows = await within(({ db }) =>
    db
      .selectFrom('occurrences')
      .select(['by_day', 'outcome', 'reason'])
      .where('promise_id', '=', promise)
      .where('by_day', '<', day('2025-06-01'))
      .orderBy('by_day')
      .execute(),
  );
  assert.deepEqual(
    rows.map(one => `${one.by_day} ${one.outcome ?? 'open'}`),
    ['2025-05-06 open', '2025-05-13 excused', '2025-05-20 excused', '2025-05-27 open'],
  );
  assert.match(rows[1]!.reason, /^Its line was out of the plan from 12 May 2025 to 22 May 2025\.$/);
});

test('what was missed before its line went stays a miss; whoever has left is excused nothing', async () => {
  const { promise, plan, line } = await within(inside =>
    stagedPromise(inside, { series: weeklySeries, ...when('2025-05-06') }),
  );
  await site.runJobs();
  const first = async () =>
    (
      await within(({ db }) =>
        db
          .selectFrom('occurrences')
          .select(['outcome', 'was_missed'])
          .where('promise_id', '=', promise)
          .where('by_day', '<=', day('2025-05-20'))
          .orderBy('by_day')
          .execute(),
      )
    ).map(({ outcome, was_missed }) => `${outcome ?? 'open'}${was_missed ? ', was missed' : ''}`);
  const gone = { plan, lines: [{ id: line, version: 1 }], reason: 'By mistake' };
  await within(inside => removeLines(inside, gone, when('2025-05-12').now));
  await within(inside => followLines(inside, 'Europe/London', when('2025-05-13')));
  assert.deepEqual(await first(), ['missed, was missed', 'open', 'open']);
  await within(({ db }) =>
    db
      .updateTable('commitments')
      .set({ ended_on: day('2025-05-14') })
      .where('promise_id', '=', promise)
      .execute(),
  );
  await within(inside => restoreLines(inside, { plan, lines: [line] }, when('2025-05-21').now));
  await within(inside => followLines(inside, 'Europe/London', when('2025-05-22')));
  assert.deepEqual(await first(), ['open', 'excused', 'open']);
});

test('a promise is called as its line is, once that was changed', async () => {
  const { promise, line } = await within(inside =>
    stagedPromise(inside, { series: weeklySeries, ...when('2025-05-06') }),
  );
  await within(({ db }) =>
    db
      .updateTable('lines')
      .set({ what: 'Hold harbour panels', changed_at: when('2025-05-07').now })
      .where('id', '=', line)
      .execute(),
  );
  await within(inside => followLines(inside, 'Europe/London', when('2025-05-08')));
  const { about } = await within(({ db }) =>
    db.selectFrom('promises').select('about').where('id', '=', promise).executeTakeFirstOrThrow(),
  );
  assert.equal(about, 'Hold harbour panels');
});
