import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type InOrder, positionsFor } from './positions.ts';

const said = (order: InOrder[]) => [...positionsFor(order)].map(([key, at]) => `${key}${at}`).join(' ');
const at = (text: string): InOrder[] =>
  text.split(' ').map(one => ({ key: one[0]!, position: Number(one.slice(1)) || undefined }));

test('a line that comes in moves on only those for whom there is no room', () => {
  assert.equal(said(at('a1 b2 n c3 d4')), 'a1 b2 n3 c4 d5');
  assert.equal(said(at('a1 n b3 c4')), 'a1 n2 b3 c4');
  assert.equal(said(at('a1 b2 n')), 'a1 b2 n3');
  assert.equal(said(at('n a1 b5')), 'n1 a2 b5');
});

test('one that moved goes to its new place, and all others stay', () => {
  assert.equal(said(at('d4 a1 b2 c3')), 'd1 a2 b3 c4');
  assert.equal(said(at('b2 c3 d4 a1 e9')), 'b2 c3 d4 a5 e9');
});

test('every order is kept, whatever stood where', () => {
  for (let seed = 1; seed < 200; seed++) {
    const order = Array.from({ length: 20 }, (_, index) => ({
      key: `k${index}`,
      position:
        (index * seed) % 7 === 3 ? undefined : ((index * seed * 31) % 101) + 1 + index * 1000 * (seed % 2),
    }));
    const positions = [...positionsFor(order).values()];
    assert.deepEqual(
      positions,
      [...new Set(positions)].sort((one, other) => one - other),
    );
  }
});
