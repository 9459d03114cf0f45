import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testDatabase } from '../../../../tests/support/database.ts';
import {
  newLine,
  newPlan,
  organisationWithin,
  RECOMMENDATION_COLUMNS,
} from '../../../../tests/support/plans.ts';
import { createPlan } from '../actions/create-plan.ts';
import { removeLines } from '../actions/remove-lines.ts';
import { linesAt, standingPlan } from './standing-plan.ts';

const { database, drop } = await testDatabase();
after(drop);
const inside = await organisationWithin(database);
const at = (time: string) => Temporal.Instant.from(`2025-04-08T${time}:00Z`);

test('a line that was taken out since stood in its plan before, under its section, and not after', async () => {
  const lines = ['Write', 'Brief', 'Film'].map(what => newLine({ what, state: 'ongoing' }));
  const plan = newPlan({ sections: [{ title: 'First', columns: RECOMMENDATION_COLUMNS, lines }] });
  await inside(async within => {
    const id = await createPlan(within, plan, at('09:00'));
    const gone = (await standingPlan(within, id))!.lines.find(line => line.what === 'Brief')!.id;
    await removeLines(within, { plan: id, lines: [{ id: gone }], reason: 'twice' }, at('11:00'));
    const standing = (await standingPlan(within, id))!;
    const whats = async (time: string) =>
      (await linesAt(within, standing, at(time))).map(({ values }) => [
        values.section,
        values.what,
        values.state,
      ]);
    assert.deepEqual(await whats('10:00'), [
      ['First', 'Write', 'ongoing'],
      ['First', 'Film', 'ongoing'],
      ['First', 'Brief', 'ongoing'],
    ]);
    assert.deepEqual((await whats('12:00')).length, 2);
    assert.deepEqual(await whats('08:00'), []);
  });
});
