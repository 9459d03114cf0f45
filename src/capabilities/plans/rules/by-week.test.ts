import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stoodByWeek } from './by-week.ts';

const day = Temporal.PlainDate.from;
const shown = (stood: ReturnType<typeof stoodByWeek>) =>
  stood.map(({ week, lines, complete }) => `${week}: ${complete} of ${lines}`);

test('weeks in which nothing happened stand as the week before', () => {
  const moved = [
    { week: day('2025-03-31'), lines: 10, complete: 2 },
    { week: day('2025-04-14'), lines: 1, complete: 3 },
  ];
  assert.deepEqual(shown(stoodByWeek(moved, day('2025-04-22'), 26)), [
    '2025-03-31: 2 of 10',
    '2025-04-07: 2 of 10',
    '2025-04-14: 5 of 11',
    '2025-04-21: 5 of 11',
  ]);
});

test('what ceases to be complete is taken back; only the last weeks are shown, counted from the first', () => {
  const moved = [
    { week: day('2025-01-06'), lines: 4, complete: 3 },
    { week: day('2025-04-21'), lines: 0, complete: -1 },
  ];
  assert.deepEqual(shown(stoodByWeek(moved, day('2025-04-27'), 2)), [
    '2025-04-14: 3 of 4',
    '2025-04-21: 2 of 4',
  ]);
});

test('a plan without lines has no weeks', () => assert.deepEqual(stoodByWeek([], day('2025-04-22'), 26), []));
