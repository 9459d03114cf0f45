import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testDatabase } from '../../../../tests/support/database.ts';
import { newPlan, organisationWithin } from '../../../../tests/support/plans.ts';
import { firstBrokenEntry, historyOf } from '../../../platform/history/history.ts';
import { lineInPlan } from '../queries/line.ts';
import { planAround } from '../queries/plan.ts';
import { createPlan } from './create-plan.ts';
import { saveLine } from './save-line.ts';

const { database, drop } = await testDatabase();
after(drop);
const inside = await organisationWithin(database);
const occasion = {
  now: Temporal.Instant.from('2025-04-08T13:05:00Z'),
  today: Temporal.PlainDate.from('2025-04-08'),
};

async function aLine() {
  return inside(async within => {
    const plan = await createPlan(within, newPlan(), occasion.now.subtract({ hours: 1 }));
    const { id } = await within.db
      .selectFrom('lines')
      .select('id')
      .where('plan_id', '=', plan)
      .where('position', '=', 2)
      .executeTakeFirstOrThrow();
    return { plan, line: id };
  });
}

test('a saved line has its words, its times read anew, its doubt gone, and its history', async () => {
  const at = await aLine();
  await inside(async within => {
    const values = { owner: 'Press officer', when: 'by 30 June', 'other:Not a column': 'forged' };
    const done = await saveLine(within, { ...at, version: 1, values }, occasion);
    assert.ok('saved' in done);
    assert.deepEqual(done.saved, ['when', 'owner', 'accountable']);
    const { line } = (await lineInPlan(within, at.plan, at.line))!;
    assert.equal(line.owner, 'Press officer');
    assert.equal(line.schedules[0]?.by, '2025-06-30');
    assert.deepEqual([line.doubts, line.other, line.version], [[], {}, 2]);
    const subject = { kind: 'line', id: at.line };
    const [last] = await historyOf(within, subject);
    assert.deepEqual(last?.changes, [
      { field: 'when', before: null, after: 'by 30 June' },
      { field: 'owner', before: null, after: 'Press officer' },
      { field: 'accountable', before: null, after: 'Press officer' },
    ]);
    assert.equal(await firstBrokenEntry(within, subject), undefined);
    const plan = await within.db
      .selectFrom('plans')
      .select('changed_at')
      .where('id', '=', at.plan)
      .executeTakeFirstOrThrow();
    assert.ok(plan.changed_at.equals(occasion.now));
  });
});

test('the tallies follow what is saved', async () => {
  const at = await aLine();
  await inside(async within => {
    const before = (await planAround(within, at.plan, {}))!.tallies;
    await saveLine(
      within,
      { ...at, version: 1, values: { owner: 'Press officer', when: 'Monthly', state: 'complete' } },
      occasion,
    );
    const now = (await planAround(within, at.plan, { state: 'complete' }))!.tallies;
    assert.deepEqual(
      [now.lines, now.complete, now.unowned, now.undated, now.doubtful, now.matching],
      [
        before.lines,
        before.complete + 1,
        before.unowned - 1,
        before.undated - 1,
        before.doubtful - 1,
        before.complete + 1,
      ],
    );
  });
});

test('of two people who save at the same time, the second is refused and overwrites nothing', async () => {
  const at = await aLine();
  const save = (owner: string) =>
    inside(within => saveLine(within, { ...at, version: 1, values: { owner } }, occasion));
  const answers = await Promise.all([save('First'), save('Second')]);
  assert.deepEqual(answers.map(answer => 'saved' in answer).toSorted(), [false, true]);
  const refused = answers.find(answer => 'refused' in answer);
  assert.equal(refused && 'refused' in refused && refused.refused, 'changed-meanwhile');
  const won = 'saved' in answers[0]! ? 'First' : 'Second';
  await inside(async within => {
    const found = await lineInPlan(within, at.plan, at.line);
    assert.equal(found?.line.owner, won);
    assert.equal((await historyOf(within, { kind: 'line', id: at.line })).length, 2);
  });
});

test('many people who save lines of one plan never stand in each other’s way', async () => {
  const { plan } = await aLine();
  const lines = await inside(within =>
    within.db.selectFrom('lines').select('id').where('plan_id', '=', plan).execute(),
  );
  for (const state of ['complete', 'ongoing', 'deferred'] as const) {
    const answers = await Promise.all(
      lines.map(({ id }) =>
        inside(async within => {
          const { line } = (await lineInPlan(within, plan, id))!;
          return saveLine(
            within,
            { plan, line: id, version: line.version, values: { state, owner: `${state} team` } },
            occasion,
          );
        }),
      ),
    );
    assert.ok(answers.every(answer => 'saved' in answer));
  }
});

test('saving what is already there writes nothing', async () => {
  const at = await aLine();
  await inside(async within => {
    const done = await saveLine(
      within,
      { ...at, version: 1, values: { reference: 'Recommendation 9' } },
      occasion,
    );
    assert.ok('saved' in done && done.saved.length === 0);
    assert.equal((await lineInPlan(within, at.plan, at.line))?.line.version, 1);
  });
});
