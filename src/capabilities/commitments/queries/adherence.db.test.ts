import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { testDatabase } from '../../../../tests/support/database.ts';
import { stageOccurrences } from '../../../../tests/support/occurrences.ts';
import { organisationWithin } from '../../../../tests/support/plans.ts';
import { quarterlySeries, stagedPromise } from '../../../../tests/support/promises.ts';
import type { Within } from '../../../platform/database/database.ts';
import { type OccurrenceState, OUTCOMES, type Outcome, stateOn } from '../occurrence.ts';
import type { Filter } from '../rules/asked-occurrences.ts';
import { type Kept, NONE_KEPT } from '../rules/kept.ts';
import { adherence, DIMENSIONS, keptOf } from './adherence.ts';
import { countOccurrences } from './occurrences.ts';

const { database, drop } = await testDatabase();
after(drop);
const within = await organisationWithin(database);
const now = Temporal.Instant.from('2025-07-16T09:00:00Z');
const today = Temporal.PlainDate.from('2025-07-16');

/** Three promises, one of them for two wards; what is made of a seed is always the same. */
const promises = await within(async inside => {
  const ward = { kind: 'ward', created_at: now, changed_at: now };
  await inside.db
    .insertInto('areas')
    .values([
      { ...ward, name: 'Harbour' },
      { ...ward, name: 'Northfield' },
    ])
    .execute();
  const kept = { series: quarterlySeries, now, from: '2025-01-01' };
  return [
    await stagedPromise(inside, { ...kept, line: { owner: 'A' }, spread: { of: 'areas', kind: 'ward' } }),
    await stagedPromise(inside, { ...kept, line: { owner: 'B' } }),
    await stagedPromise(inside, { ...kept }),
  ];
});

const made = fc.record({
  promise: fc.integer({ min: 0, max: 2 }),
  from: fc.integer({ min: -120, max: 40 }),
  length: fc.integer({ min: 0, max: 20 }),
  grace: fc.integer({ min: 0, max: 5 }),
  outcome: fc.option(fc.constantFrom(...OUTCOMES)),
  wasMissed: fc.boolean(),
});
const ends = fc.option(fc.integer({ min: -60, max: 20 }));
const dayOf = (days: number) => today.add({ days });

test('whatever became of promises that ended or whose lines are gone, figures are what a count one by one gives', async () => {
  const property = fc.asyncProperty(
    fc.array(made, { minLength: 1, maxLength: 25 }),
    ends,
    ends,
    fc.boolean(),
    async (occurrences, promiseEnds, commitmentEnds, gone) => {
      await undone(async inside => {
        await stage(inside, occurrences);
        await end(inside, { promiseEnds, commitmentEnds, gone });
        await agree(inside, { from: '2025-04-01', by: '2025-08-31' });
        await agree(inside, { plan: promises[0]!.plan, from: '2025-04-01', by: '2025-08-31' });
      });
    },
  );
  await fc.assert(property, { numRuns: 25 });
});

/** Runs in a transaction that is undone, so that each run begins with the same. */
async function undone(work: (inside: Within) => Promise<void>): Promise<void> {
  const enough = new Error('enough');
  await within(async inside => {
    await work(inside);
    throw enough;
  }).catch(fault => {
    if (fault !== enough) throw fault;
  });
}

type Made = typeof made extends fc.Arbitrary<infer One> ? One : never;

async function stage(inside: Within, occurrences: Made[]): Promise<void> {
  for (const [at, { promise, from, length, grace, outcome, wasMissed }] of occurrences.entries()) {
    const days = { from: dayOf(from).toString(), by: dayOf(from + length).toString(), graceDays: grace };
    const became = outcome ? { outcome, wasMissed } : {};
    await stageOccurrences(inside, promises[promise]!, [{ ...days, ...became, key: `made ${at}` }], now);
  }
}

type Ends = { promiseEnds: number | null; commitmentEnds: number | null; gone: boolean };

async function end({ db }: Within, { promiseEnds, commitmentEnds, gone }: Ends): Promise<void> {
  const [wards, single, lost] = promises;
  if (promiseEnds !== null)
    await db
      .updateTable('promises')
      .set({ ended_on: dayOf(promiseEnds) })
      .where('id', '=', single!.promise)
      .execute();
  if (commitmentEnds !== null)
    await db
      .updateTable('commitments')
      .set({ ended_on: dayOf(commitmentEnds) })
      .where('promise_id', '=', wards!.promise)
      .where('for_name', '=', 'Harbour')
      .execute();
  if (gone) await db.deleteFrom('lines').where('id', '=', lost!.line).execute();
}

const NAMES: Partial<Record<OccurrenceState, keyof Kept>> = {
  met: 'met',
  late: 'late',
  missed: 'missed',
  excused: 'excused',
  nothing: 'nothing',
  'not-triggered': 'notTriggered',
  postponed: 'postponed',
  due: 'due',
};
const TAKEN_OUT = ['excused', 'nothing', 'not-triggered', 'postponed'];

/** The same by looking at every row. */
async function oneByOne({ db }: Within, { plan, from, by }: Filter): Promise<Kept> {
  const rows = await db
    .selectFrom('occurrences as o')
    .innerJoin('commitments as c', 'c.id', 'o.commitment_id')
    .innerJoin('promises as p', 'p.id', 'o.promise_id')
    .leftJoin('lines as l', 'l.id', 'p.line_id')
    .select([
      'o.outcome',
      'o.from_day',
      'o.by_day',
      'o.missed_from',
      'o.was_missed',
      'p.plan_id',
      'l.id as line',
    ])
    .select(['p.ended_on as promiseEnd', 'c.ended_on as lastDay'])
    .execute();
  const kept = { ...NONE_KEPT };
  const compare = Temporal.PlainDate.compare;
  for (const row of rows) {
    const outcome = row.outcome as Outcome | null;
    if (plan && row.plan_id !== plan) continue;
    if (compare(row.by_day, from!) < 0 || compare(row.by_day, by!) > 0) continue;
    const held =
      (!row.promiseEnd || compare(row.by_day, row.promiseEnd) < 0) &&
      (!row.lastDay || compare(row.by_day, row.lastDay) <= 0);
    if (!outcome && (!row.line || !held)) continue;
    const state = stateOn({ outcome, from: row.from_day, missedFrom: row.missed_from }, today);
    const name = NAMES[state];
    if (name) kept[name] += 1;
    if (row.was_missed && TAKEN_OUT.includes(state)) kept.afterMiss += 1;
  }
  return kept;
}

async function agree(inside: Within, asked: Filter): Promise<void> {
  const wanted = await oneByOne(inside, asked);
  const figures = await adherence(inside, asked, today);
  const { all } = figures;
  for (const name of Object.keys(wanted) as (keyof Kept)[]) assert.equal(all[name], wanted[name], name);
  assert.deepEqual(await keptOf(inside, asked, today), wanted);
  for (const along of DIMENSIONS) {
    const sum = figures[along].reduce((sum, row) => sum + row.missed, 0);
    assert.equal(sum, wanted.missed, `missed, by ${along}`);
  }
  assert.equal(await countOccurrences(inside, { ...asked, state: 'missed' }, today), wanted.missed);
  assert.equal(await countOccurrences(inside, { ...asked, state: 'after-miss' }, today), wanted.afterMiss);
}
