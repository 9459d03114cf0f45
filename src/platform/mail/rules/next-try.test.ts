import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GIVEN_UP_AFTER, nextTry, nextTryOfServer } from './next-try.ts';

const begin = Temporal.Instant.from('2025-04-08T09:00:00Z');

function triesWithin(next: typeof nextTry): string[] {
  const tries: string[] = [];
  const end = begin.add(GIVEN_UP_AFTER);
  for (let [at, tried] = [begin, 1]; Temporal.Instant.compare(at, end) < 0; at = next(tried++, at))
    tries.push(at.toString());
  return tries;
}

test('a message that is put off is tried soon at first, then seldom, for two days', () => {
  const tries = triesWithin(nextTry);
  assert.deepEqual(
    tries.slice(0, 6).map(at => at.slice(11, 16)),
    ['09:00', '09:01', '09:06', '09:16', '09:36', '10:16'],
  );
  assert.ok(tries.length > 12 && tries.length < 25, `${tries.length} tries`);
});

test('a server that is away is asked every ten minutes at the latest', () => {
  const tries = triesWithin(nextTryOfServer).map(at => Temporal.Instant.from(at));
  const pauses = tries.slice(1).map((at, before) => at.since(tries[before]!).total('minutes'));
  assert.deepEqual(pauses.slice(0, 4), [1, 5, 10, 10]);
  assert.equal(Math.max(...pauses), 10);
});
