import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KNOWN_DAYS, knownDays } from './known-days.ts';

test('each known day has its days in every year', () => {
  const found = knownDays(KNOWN_DAYS, { first: 2026, count: 10 }, {});
  assert.equal(found.length, KNOWN_DAYS.length * 10);
  assert.equal(new Set(found.map(({ uid }) => uid)).size, found.length);
});

test('days that move are worked out by their rule', () => {
  const days = knownDays(
    ['Easter Sunday', 'Remembrance Sunday', 'Mother’s Day'],
    { first: 2026, count: 2 },
    {},
  );
  assert.deepEqual(
    days.map(({ values }) => `${values.title} ${values.from}`),
    [
      'Easter Sunday 2026-04-05',
      'Remembrance Sunday 2026-11-08',
      'Mother’s Day 2026-03-15',
      'Easter Sunday 2027-03-28',
      'Remembrance Sunday 2027-11-14',
      'Mother’s Day 2027-03-07',
    ],
  );
});
