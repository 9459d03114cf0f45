import assert from 'node:assert/strict';
import { test } from 'node:test';
import { touchesRegisters } from './touches-registers.ts';

const change = (field: string, before: string | null, after: string | null) => [{ field, before, after }];

test('whom a line reaches, by which ways and what it says of needs touches the registers', () => {
  assert.ok(touchesRegisters(change('audience', 'Residents', 'Tenants')));
  assert.ok(touchesRegisters(change('how', null, 'Posters')));
  assert.ok(touchesRegisters(change('comments', 'In Polish', null)));
});

test('so does a clause that is cited anywhere, or was', () => {
  assert.ok(touchesRegisters(change('what', 'Answer', 'Answer as clause 4.2 says')));
  assert.ok(touchesRegisters(change('other:Basis', 'Policy 7(b)', null)));
});

test('nothing else does: saving it asks nothing of the registers', () => {
  for (const field of ['state', 'when', 'owner', 'status', 'what', 'accountable', 'tags'])
    assert.ok(!touchesRegisters(change(field, 'Monthly', 'Quarterly')), field);
  assert.ok(!touchesRegisters(change('comments', null, 'The ward group was told')));
});
