import assert from 'node:assert/strict';
import { test } from 'node:test';
import { concernsIn } from './words-of.ts';

test('each line is a concern, without its mark; empty ones and what is said twice are none', () => {
  assert.deepEqual(concernsIn('- The gate lights\r\n\n  • Parking by the school \nThe gate lights'), [
    'The gate lights',
    'Parking by the school',
  ]);
  assert.deepEqual(concernsIn(' \n '), []);
  assert.equal(
    concernsIn('x\n'.repeat(3) + Array.from({ length: 40 }, (_, n) => `No ${n}`).join('\n')).length,
    20,
  );
  assert.equal(concernsIn('x'.repeat(3000))[0]!.length, 2000);
});
