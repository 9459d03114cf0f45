import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ACTS, act } from './support/acts/acts.ts';
import { ashmere } from './support/acts/ashmere.ts';
import { dice } from './support/acts/dice.ts';
import { miscounted } from './support/acts/recounted.ts';
import { testDatabase } from './support/database.ts';

const { database, drop } = await testDatabase();
after(drop);

const NAMES = Object.keys(ACTS);
const PEOPLE = 6;
const ACTS_EACH = 20;

test('people who do everything at once wait for each other, and no count or history suffers', async () => {
  const { inside, plans } = await ashmere(database);
  const faults: string[] = [];
  const person = async (own: number) => {
    const chance = dice(100 + own);
    for (let step = 0; step < ACTS_EACH; step++) {
      const name = chance.pick(NAMES);
      await inside(within => act(within, name, plans, chance)).catch(fault => {
        faults.push(`${name}: ${fault.code} ${fault.message} ${fault.where ?? ''}`);
      });
    }
  };
  await Promise.all(Array.from({ length: PEOPLE }, (_, own) => person(own)));
  const wrong = await inside(miscounted);
  assert.deepEqual(faults, []);
  assert.deepEqual(wrong, []);
});
