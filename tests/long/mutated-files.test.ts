import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HUGE } from '../support/bad-files/huge.ts';
import { survived } from '../support/mutated.ts';
import { readMutated } from '../support/mutation-run.ts';

/** Another one each time; it is told, so that a run can be repeated. */
const seed = Math.floor(Math.random() * 1_000_000);

test('2,000 mutated files of every format are read or refused, soon and in little memory', context =>
  readMutated(2000, seed, context));

for (const { name, what, bytes } of HUGE)
  test(`${name}: ${what}: read or refused, soon and in little memory`, async () => {
    const { fault, problem } = await survived({ name, bytes: await bytes() }, 30_000);
    assert.equal(fault, undefined);
    assert.doesNotMatch(problem ?? '', /took longer/);
  });
