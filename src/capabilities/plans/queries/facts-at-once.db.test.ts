import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../tests/support/database.ts';
import { newPlan, organisationWithin } from '../../../../tests/support/plans.ts';
import { createPlan } from '../actions/create-plan.ts';
import { planAround } from './plan.ts';

const { database, drop } = await testDatabase();
after(drop);
const inside = await organisationWithin(database);
const now = Temporal.Instant.from('2025-04-08T13:05:00Z');
const STATES = ['complete', 'ongoing', 'unknown', 'in-progress'];

/** What the lines themselves say, counted anew. */
const counted = (plan: string) =>
  inside(async ({ db }) => {
    const { rows } = await sql<{ lines: number; complete: number; unowned: number }>`
      select count(*)::int as lines, count(*) filter (where state = 'complete')::int as complete,
        count(*) filter (where owner_key = '')::int as unowned
      from lines where plan_id = ${plan}`.execute(db);
    const owners = await sql<{ key: string; lines: number }>`
      select owner_key as key, count(*)::int as lines from lines
      where plan_id = ${plan} and owner_key <> '' group by 1 order by 1`.execute(db);
    return { ...rows[0]!, owners: owners.rows };
  });

const shown = (plan: string) =>
  inside(async within => {
    const { tallies, owners } = (await planAround(within, plan, {}))!;
    const { lines, complete, unowned } = tallies;
    return { lines, complete, unowned, owners: owners.map(({ key, lines }) => ({ key, lines })) };
  });

test('many who change owners and states at once, undo, delete and look meanwhile: nothing is known wrongly', async () => {
  const plan = await inside(within => createPlan(within, newPlan(), now));
  const { rows } = await inside(({ db }) =>
    sql<{ id: string }>`select id from lines where plan_id = ${plan} order by position`.execute(db),
  );
  const change = (step: number) => {
    const { id } = rows[step % rows.length]!;
    return inside(async ({ db }) => {
      await sql`update plans set changed_at = ${now} where id = ${plan}`.execute(db); // as saving does: the plan first
      await sql`update lines set accountable_id = null, accountable = ${step % 5 ? `Officer ${step % 7}` : ''}, state = ${STATES[step % 4]}
        where id = ${id}`.execute(db);
      if (step % 3 === 0) throw new Error('undone');
    }).catch(fault => assert.match(String(fault), /undone/));
  };
  for (let round = 0; round < 6; round++) {
    const steps = Array.from({ length: 12 }, (_, at) => round * 12 + at);
    await Promise.all(steps.flatMap(step => [change(step), shown(plan)]));
    assert.deepEqual(await shown(plan), await counted(plan));
  }
  await inside(({ db }) => sql`delete from lines where id = ${rows[0]!.id}`.execute(db));
  assert.deepEqual(await shown(plan), await counted(plan));
});
