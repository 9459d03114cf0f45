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

for (const seed of [1, 2, 3])
  test(`whatever is done one after the other, every kept count is right and every history holds (${seed})`, async () => {
    const { inside, plans } = await ashmere(database);
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
