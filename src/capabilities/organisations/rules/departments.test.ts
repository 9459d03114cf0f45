import assert from 'node:assert/strict';
import { test } from 'node:test';
import { departmentItems, departmentPaths, isBelow } from './departments.ts';

const department = (id: string, within: string | null) => ({ id, name: id.toUpperCase(), within });
const all = departmentPaths([
  department('repairs', 'housing'),
  department('housing', 'place'),
  department('place', null),
  department('adults', null),
]);

test('a department stands under those that it is a part of', () => {
  assert.deepEqual(
    departmentItems(all).map(({ text }) => text),
    ['ADULTS', 'PLACE', 'PLACE > HOUSING', 'PLACE > HOUSING > REPAIRS'],
  );
});

test('no department becomes part of itself or of one of its own', () => {
  assert.equal(isBelow(all, 'repairs', 'place'), true);
  assert.equal(isBelow(all, 'place', 'place'), true);
  assert.equal(isBelow(all, 'place', 'repairs'), false);
  assert.equal(isBelow(all, 'adults', 'place'), false);
});
