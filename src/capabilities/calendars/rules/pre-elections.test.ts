import assert from 'node:assert/strict';
import { test } from 'node:test';
import { whereHeld } from './pre-elections.ts';

const area = { id: 'a', name: 'Northfield', kind: 'ward' };

test('where an election is held is not said twice', () => {
  assert.equal(whereHeld({ title: 'By-election in Northfield', area }), '');
  assert.equal(whereHeld({ title: 'Northfield by-election', area }), '');
  assert.equal(whereHeld({ title: 'By-election', area }), 'Northfield');
  assert.equal(whereHeld({ title: 'By-election in Northfields', area }), 'Northfield');
  assert.equal(whereHeld({ title: 'Borough election', area: null }), '');
});
