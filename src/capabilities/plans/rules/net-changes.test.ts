import assert from 'node:assert/strict';
import { test } from 'node:test';
import { netChanges } from './net-changes.ts';

const entry = (field: string, before: string | null, after: string | null) => ({
  changes: [{ field, before, after }],
});

test('several changes of a field come to one, from the first words to the last', () => {
  assert.deepEqual(
    netChanges([entry('owner', 'A', 'B'), entry('when', null, 'Monthly'), entry('owner', 'B', 'C')]),
    [
      { field: 'owner', before: 'A', after: 'C' },
      { field: 'when', before: null, after: 'Monthly' },
    ],
  );
});

test('what was changed and changed back comes to nothing', () => {
  assert.deepEqual(netChanges([entry('owner', null, 'B'), entry('owner', 'B', null)]), []);
});
