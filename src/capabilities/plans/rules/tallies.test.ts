import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Tally, talliesFor } from './tallies.ts';

const tally = (some: Partial<Tally>): Tally => ({
  section: 'first',
  state: 'not-started',
  owned: true,
  dated: true,
  doubtful: false,
  lines: 1,
  ...some,
});
const PLAN = [
  tally({ lines: 5 }),
  tally({ state: 'complete', lines: 3 }),
  tally({ owned: false, lines: 2 }),
  tally({ section: 'second', dated: false, doubtful: true, lines: 7 }),
];

test('the facts of a plan are counted over all of its lines, whatever is filtered by', () => {
  const { matching, ...facts } = talliesFor(PLAN, { state: 'complete' });
  assert.deepEqual(facts, { lines: 17, complete: 3, unowned: 2, undated: 7, doubtful: 7 });
  assert.equal(matching, 3);
});

for (const [filter, matching] of [
  [{}, 17],
  [{ section: 'second' }, 7],
  [{ section: 'second', state: 'complete' }, 0],
  [{ only: 'unowned' }, 2],
  [{ only: 'undated', section: 'first' }, 0],
  [{ only: 'doubtful', section: 'second', state: 'not-started' }, 7],
] as const) {
  test(`${JSON.stringify(filter)} matches ${matching} lines`, () => {
    assert.equal(talliesFor(PLAN, filter).matching, matching);
  });
}

test('a plan without lines has none of any kind', () => {
  assert.deepEqual(talliesFor([], {}), {
    lines: 0,
    complete: 0,
    unowned: 0,
    undated: 0,
    doubtful: 0,
    matching: 0,
  });
});
