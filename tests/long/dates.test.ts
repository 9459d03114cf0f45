import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeWhileKilled } from '../support/dates-while-killed.ts';

test('dates stand once each and without a gap, though the writing of them is killed eight times', async context => {
  const { written, counts } = await writeWhileKilled({ promises: 30, whom: 40, kills: 8 });
  context.diagnostic(`written when killed: ${written.join(', ')}`);
  const all = counts.reduce((sum, { dates }) => sum + dates, 0);
  assert.ok(
    written.some(many => many > 0 && many < all),
    'none was killed in the middle',
  );
  // a year and a half of quarters, and of Tuesdays, for 15 promises of each kind and 40 bodies
  assert.deepEqual(counts, [
    { kind: 'each', commitments: 600, dates: 600 * 7, keys: 7 },
    { kind: 'rule', commitments: 600, dates: 600 * 79, keys: 79 },
  ]);
});
