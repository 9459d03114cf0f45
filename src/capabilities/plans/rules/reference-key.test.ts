import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { referenceKey } from './reference-key.ts';

const inOrder = (references: string[]) =>
  references.toSorted((a, b) => (referenceKey(a) < referenceKey(b) ? -1 : 1));

test('references are put in the order in which a person counts', () => {
  const counted = [
    'Recommendation 9',
    'Recommendation 21',
    'Recommendation 21(a)',
    'Recommendation 21(b)',
    'Recommendation 100',
  ];
  assert.deepEqual(inOrder(counted.toReversed()), counted);
  assert.deepEqual(inOrder(['1.10', '1.2', '2', '1']), ['1', '1.2', '1.10', '2']);
  assert.deepEqual(inOrder(['R10', 'r 9', 'R-8']), ['R-8', 'r 9', 'R10']);
});

test('lines without a reference come last', () => {
  assert.deepEqual(inOrder(['', 'Zebra 1', '—']).slice(0, 1), ['Zebra 1']);
});

test('numbers keep their order whatever stands around them', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), fc.constantFrom('Action ', 'Rec. ', 'A/'), (one, other, before) => {
      const keys = [referenceKey(`${before}${one}`), referenceKey(`${before}${other}`)] as const;
      assert.equal(keys[0] < keys[1], one < other);
    }),
    { numRuns: 200 },
  );
});

test('a key is never too long for an index', () => {
  assert.ok(referenceKey('9 '.repeat(5000)).length <= 200);
});
