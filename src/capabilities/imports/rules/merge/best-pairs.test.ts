import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { bestPairs, type Pair } from './best-pairs.ts';
import { movedAmong } from './moved.ts';

const sum = (pairs: Pair[]) => pairs.reduce((total, { fit }) => total + fit, 0);

/** The best of all ways to pair, tried one by one. */
function best(pairs: Pair[], rows: number[]): number {
  const [row, ...others] = rows;
  if (row === undefined) return 0;
  const alone = best(pairs, others);
  return pairs
    .filter(one => one.row === row)
    .reduce(
      (most, one) =>
        Math.max(
          most,
          one.fit +
            best(
              pairs.filter(({ line }) => line !== one.line),
              others,
            ),
        ),
      alone,
    );
}

test('no other pairing fits better as a whole', () => {
  const pair = fc.record({ row: fc.nat(5), line: fc.nat(5), fit: fc.integer({ min: 1, max: 20 }) });
  const pairs = fc.uniqueArray(pair, { selector: ({ row, line }) => row * 10 + line, maxLength: 18 });
  fc.assert(
    fc.property(pairs, all => {
      const found = bestPairs(all);
      assert.equal(new Set(found.map(({ row }) => row)).size, found.length);
      assert.equal(new Set(found.map(({ line }) => line)).size, found.length);
      assert.equal(sum(found), best(all, [...new Set(all.map(({ row }) => row))]));
    }),
    { numRuns: 500, seed: 2 },
  );
});

test('as few lines count as moved as can be, and without them the order is the old one', () => {
  assert.deepEqual(movedAmong([4, 0, 1, 2, 3]), [true, false, false, false, false]);
  const order = fc.uniqueArray(fc.nat(30), { maxLength: 12 });
  fc.assert(
    fc.property(order, places => {
      const moved = movedAmong(places);
      const still = places.filter((_, index) => !moved[index]);
      assert.deepEqual(
        still,
        still.toSorted((one, other) => one - other),
      );
      // one that is put elsewhere is at most one that counts
      const [first, ...others] = places.toSorted((one, other) => one - other);
      if (first !== undefined) assert.ok(movedAmong([...others, first]).filter(Boolean).length <= 1);
    }),
    { numRuns: 200, seed: 2 },
  );
});
