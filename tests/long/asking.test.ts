import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askWhileKilled } from '../support/asking-while-killed.ts';

test('a thousand people who are asked five things each get one message each, though the writing of them is killed ten times', async context => {
  const people = 1000;
  const { arrived, written } = await askWhileKilled({ people, each: 5, kills: 10 });
  context.diagnostic(`written when killed: ${written.join(', ')}`);
  assert.ok(
    written.some(many => many > 0 && many < people),
    'none was killed in the middle',
  );
  assert.equal(arrived.size, people);
  assert.deepEqual(
    [...arrived].filter(([, times]) => times !== 1),
    [],
  );
});
