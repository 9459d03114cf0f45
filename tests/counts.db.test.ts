import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createPlan } from '../src/capabilities/plans/index.ts';
import type { Within } from '../src/platform/database/database.ts';
import { ACTS, act, NOW } from './support/acts/acts.ts';
import { dice } from './support/acts/dice.ts';
import { miscounted } from './support/acts/recounted.ts';
import { testDatabase } from './support/database.ts';
import { newPlan } from './support/plans.ts';

const { database, drop } = await testDatabase();
after(drop);

const NAMES = Object.keys(ACTS);

/** An organisation of a person, with two plans and a priority. */
async function ashmere() {
  const at = NOW;
  const { organisation, account } = await database.beforeOrganisation(async db => {
    const made = await db
      .insertInto('organisations')
      .values({ name: 'Borough of Ashmere', colour: '#0b4f54', created_at: at })
      .returning('id')
      .executeTakeFirstOrThrow();
    const email = `ada.${made.id}@ashmere.example`;
    const person = await db
      .insertInto('accounts')
      .values({ name: 'Ada Marsh', email, password_hash: '', password_changed_at: at, created_at: at })
      .returning('id')
      .executeTakeFirstOrThrow();
    return { organisation: made.id, account: person.id };
  });
  const actor = { id: account, name: 'Ada Marsh' };
  const inside = <T>(work: (within: Within) => Promise<T>) =>
    database.inOrganisation({ organisation, actor }, work);
  const plans = await inside(async within => {
    const values = { kind: 'priority', name: 'Safer streets', portfolio: '', detail: '' };
    await within.db
      .insertInto('priorities')
      .values({ ...values, created_at: at, changed_at: at })
      .execute();
    return [
      await createPlan(within, newPlan(), at),
      await createPlan(within, newPlan({ title: 'Spare' }), at),
    ];
  });
  return { inside, plans };
}

for (const seed of [1, 2, 3, 4, 5])
  test(`whatever is done one after the other, every kept count is right and every history holds (${seed})`, async () => {
    const { inside, plans } = await ashmere();
    const chance = dice(seed);
    const done: string[] = [];
    for (let step = 0; step < 120; step++) {
      const name = chance.pick(NAMES);
      done.push(name);
      await inside(within => act(within, name, plans, chance)).catch(fault => {
        throw new Error(done.slice(-4).join(', then '), { cause: fault });
      });
      if (step % 8 === 7) assert.deepEqual(await inside(miscounted), [], done.slice(-8).join(', then '));
    }
  });
