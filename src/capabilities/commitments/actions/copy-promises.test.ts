import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { dated, quarterly } from '../../../../tests/support/plans.ts';
import { quarterlySeries, stagedPromise } from '../../../../tests/support/promises.ts';
import { testSite } from '../../../../tests/support/site.ts';
import type { Series } from '../../../timing/series/series.ts';

const site = await testSite({ now: '2025-05-06T09:00:00Z' });
after(site.close);
const editor = await site.person({ role: 'editor' });
const now = site.clock.now();
const within = <T>(work: Parameters<typeof site.within<T>>[1]) => site.within(editor.organisation, work);
const ENDING = { ...quarterlySeries, until: '2026-03-31' } as Series;
const LATER = { title: 'Ashmere panels again', years: '1', months: '0', leaveDone: 'yes', emptyTold: 'yes' };

async function promisedPlan(wards = ['Harbour', 'Park']) {
  const times = { created_at: now, changed_at: now };
  await within(({ db }) =>
    db
      .insertInto('areas')
      .values(wards.map(name => ({ kind: 'ward', name, ...times })))
      .execute(),
  );
  const made = await within(inside =>
    stagedPromise(inside, {
      ...{ series: ENDING, phrase: 'Quarterly', read: quarterly, now },
      ...{ spread: { of: 'areas', kind: 'ward' } as const, graceDays: 3 },
      line: {
        when: 'Quarterly; by 30 June 2025',
        schedules: [quarterly, dated('by 30 June 2025', '2025-06-30')],
        owner: 'Ward sergeants',
      },
    }),
  );
  await within(async ({ db }) => {
    const { id } = await db.selectFrom('owners').select('id').executeTakeFirstOrThrow();
    await db
      .updateTable('commitments')
      .set({ owner_id: id })
      .where('promise_id', '=', made.promise)
      .where('for_name', '=', 'Park')
      .execute();
  });
  await site.runJobs();
  return made;
}

const promisesOf = (plan: string) =>
  within(({ db }) =>
    db
      .selectFrom('promises')
      .select(['id', 'phrase', 'series', 'grace_days', 'line_id'])
      .where('plan_id', '=', plan)
      .execute(),
  );

test('who copies a plan may take its promises along: when, for whom and by whom, and none of what became of them', async () => {
  const { plan, line } = await promisedPlan();
  const page = await editor.get(`/plans/${plan}/copy`);
  assert.match(page.text, /What goes along Its 1 promise: when, for whom and by whom/);
  assert.ok(page.dom.querySelector('#takeAlong')!.hasAttribute('checked'));
  const made = await editor.post(`/plans/${plan}/copy`, { ...LATER, takeAlong: 'yes' });
  const copy = made.location!.split('/')[2]!;
  await site.runJobs();
  const [promise, ...more] = await promisesOf(copy);
  assert.equal(more.length, 0);
  assert.deepEqual([promise!.phrase, promise!.grace_days], ['Quarterly', 3]);
  assert.notEqual(promise!.line_id, line);
  assert.deepEqual(promise!.series, { ...ENDING, from: '2026-04-01', until: '2027-03-31' });
  const each = await within(({ db }) =>
    db
      .selectFrom('commitments')
      .leftJoin('owners', 'owners.id', 'commitments.owner_id')
      .select(['for_name', 'owners.name'])
      .where('promise_id', '=', promise!.id)
      .orderBy('for_name')
      .execute(),
  );
  assert.deepEqual(
    each.map(one => [one.for_name, one.name]),
    [
      ['Harbour', null],
      ['Park', 'Ward sergeants'],
    ],
  );
  const promises = await editor.get(`/plans/${copy}/promises`);
  assert.match(promises.text, /1 kept as promises/);
  assert.match(promises.text, /by 30 June 2026/, 'the other timing is still to be kept');
  assert.doesNotMatch((await editor.get(`/promises/${promise!.id}`)).text, /The plan says/);
});

test('one that has dates of its own has them in the copy, moved as the plan is; days that are all past are left behind', async () => {
  const { plan, promise } = await promisedPlan(['Cliff', 'Marsh', 'Mill']);
  const weekly = { kind: 'rule', rule: 'FREQ=WEEKLY;BYDAY=TU', from: '2025-05-06', until: '2025-09-30' };
  const past = {
    kind: 'each',
    times: 1,
    period: { count: 1, unit: 'month' },
    from: '2023-01-01',
    until: '2024-01-31',
  };
  for (const [ward, series] of [
    ['Cliff', weekly],
    ['Marsh', past],
  ] as const)
    await within(({ db }) =>
      db
        .updateTable('commitments')
        .set({ series: JSON.stringify(series) })
        .where('promise_id', '=', promise)
        .where('for_name', '=', ward)
        .execute(),
    );
  const made = await editor.post(`/plans/${plan}/copy`, { ...LATER, takeAlong: 'yes' });
  await site.runJobs();
  const [copy] = await promisesOf(made.location!.split('/')[2]!);
  const own = await within(({ db }) =>
    db
      .selectFrom('commitments')
      .select(['id', 'for_name', 'series'])
      .where('promise_id', '=', copy!.id)
      .where('for_name', 'in', ['Cliff', 'Marsh', 'Mill'])
      .orderBy('for_name')
      .execute(),
  );
  assert.deepEqual(
    own.map(one => [one.for_name, one.series]),
    [
      ['Cliff', { ...weekly, from: '2026-05-06', until: '2026-09-30' }],
      ['Marsh', null],
      ['Mill', null],
    ],
  );
  const dates = (at: number) =>
    within(({ db }) =>
      db
        .selectFrom('occurrences')
        .select('by_day')
        .where('commitment_id', '=', own[at]!.id)
        .orderBy('by_day')
        .execute(),
    ).then(rows => rows.map(row => `${row.by_day}`));
  assert.deepEqual((await dates(0)).slice(0, 2), ['2026-05-12', '2026-05-19']);
  assert.equal((await dates(0)).at(-1), '2026-09-29');
  assert.equal((await dates(2))[0], '2026-06-30');
});

test('where nobody wants them, or there are none, nothing is promised in the copy', async () => {
  const { plan } = await within(inside =>
    stagedPromise(inside, {
      series: quarterlySeries,
      phrase: 'Quarterly',
      read: quarterly,
      now,
      line: { schedules: [quarterly] },
    }),
  );
  const made = await editor.post(`/plans/${plan}/copy`, LATER);
  const copy = made.location!.split('/')[2]!;
  assert.deepEqual(await promisesOf(copy), []);
  assert.doesNotMatch((await editor.get(`/plans/${copy}/copy`)).text, /What goes along/);
});
