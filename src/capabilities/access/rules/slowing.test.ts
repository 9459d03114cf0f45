import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Failures, mayTryFrom, waitInWords } from './slowing.ts';

const NOW = Temporal.Instant.from('2025-04-08T09:00:00Z');
const NONE: Failures = { failures: 0, latest: null };
const counted = (some: Partial<Record<'pair' | 'who' | 'whence', number>>) => {
  const at = (failures = 0): Failures => (failures ? { failures, latest: NOW } : NONE);
  return { pair: at(some.pair), who: at(some.who), whence: at(some.whence) };
};
const seconds = (some: Parameters<typeof counted>[0]) =>
  mayTryFrom(counted(some), NOW)?.since(NOW).total('seconds') ?? 0;

test('mistyping a few times costs nothing', () => assert.equal(seconds({ pair: 4, who: 4, whence: 4 }), 0));

test('each further failure doubles the wait, up to a quarter of an hour', () => {
  assert.deepEqual(
    [5, 6, 7, 8].map(pair => seconds({ pair })),
    [15, 30, 60, 120],
  );
  assert.equal(seconds({ pair: 1000 }), 900);
});

test('many addresses guessing at one account wait together', () => {
  assert.equal(seconds({ pair: 1, who: 19 }), 0);
  assert.equal(seconds({ pair: 1, who: 21 }), 120);
});

test('one address trying many accounts waits; a council of people behind one address does not', () => {
  assert.equal(seconds({ pair: 1, whence: 99 }), 0);
  assert.equal(seconds({ pair: 1, whence: 101 }), 10);
});

test('the longest wait of the three holds', () =>
  assert.equal(seconds({ pair: 5, who: 22, whence: 100 }), 240));

test('when the wait is over the next attempt is heard', () => {
  assert.equal(mayTryFrom(counted({ pair: 5 }), NOW.add({ seconds: 15 })), undefined);
  assert.ok(mayTryFrom(counted({ pair: 5 }), NOW.add({ seconds: 14 })));
});

test('a wait is said in words, rounded up', () => {
  const words = (wait: Temporal.DurationLike) => waitInWords(NOW.add(wait), NOW);
  assert.equal(words({ seconds: 14, milliseconds: 200 }), '15 seconds');
  assert.equal(words({ seconds: 50 }), 'a minute');
  assert.equal(words({ seconds: 61 }), '2 minutes');
  assert.equal(words({ minutes: 60 }), 'an hour');
});
