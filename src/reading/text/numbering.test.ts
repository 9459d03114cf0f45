import assert from 'node:assert/strict';
import { test } from 'node:test';
import { missingBefore } from './numbering.ts';

const gaps = (...numbers: string[]) => missingBefore(numbers).filter(Boolean);

test('a number that is left out is named', () => {
  assert.deepEqual(gaps('1.1', '1.2', '2.1', '2.2', '2.4', '2.5', '2.6'), ['2.3']);
  assert.deepEqual(gaps('1.1', '1.2', '2.1', '2.2', '2.4'), ['2.3']);
  assert.deepEqual(gaps('R1', 'R2', 'R3', 'R4', 'R7'), ['R5 to R6']);
  assert.deepEqual(
    gaps('Recommendation 1', 'Recommendation 2', 'Recommendation 4', 'Recommendation 5', 'Recommendation 6'),
    ['Recommendation 3'],
  );
});

test('letters under one number, a new part, and numbers that are names are no gaps', () => {
  assert.deepEqual(gaps('5(a)', '5(b)', '6', '7'), []);
  assert.deepEqual(gaps('1.9', '3.1', '3.2'), []);
  assert.deepEqual(gaps('4', '9', '12', '2', '40'), []);
  assert.deepEqual(gaps('2024/01', '2024/05'), []);
  assert.deepEqual(gaps('1', '3'), []);
  assert.deepEqual(gaps('', 'a', 'b'), []);
});
