import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDocument } from '../../documents/open.ts';
import { readDocument } from '../read.ts';

test('a column that asks who and when names owners and times', async () => {
  const csv =
    'Recommendation,What we will do,Who and when\nKeep a map,Reprint it,Transport Officer – March 2025\nTell riders,Toolbox talks,"Operators’ Forum, quarterly"\n';
  const { lines } = readDocument(await openDocument(Buffer.from(csv), 'plan.csv'), {
    today: Temporal.PlainDate.from('2025-04-01'),
  });
  assert.deepEqual(
    lines.map(({ owners, schedules }) => [owners?.map(owner => owner.name), schedules.map(one => one.kind)]),
    [
      [['Transport Officer'], ['dated']],
      [['Operators’ Forum'], ['recurring']],
    ],
  );
});
