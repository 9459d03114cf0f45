import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joinedAndLeft } from './joined-and-left.ts';

const area = (id: string, name: string) => ({ kind: 'area' as const, id, name });

test('who is new, who is gone and who is called otherwise, by who they are and not by their names', () => {
  const held = [
    { ...area('1', 'Northfield'), commitment: 'n' },
    { ...area('2', 'Harbour'), commitment: 'h' },
  ];
  const { joined, left, renamed } = joinedAndLeft(held, [area('1', 'North Field'), area('3', 'Harbour')]);
  assert.deepEqual(
    joined.map(({ id }) => id),
    ['3'],
  );
  assert.deepEqual(
    left.map(({ commitment }) => commitment),
    ['h'],
  );
  assert.deepEqual(renamed, [{ id: 'n', name: 'North Field' }]);
});
