import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDocument } from '../../documents/open.ts';
import { readDocument } from '../read.ts';

test('of the updates of several quarters the last that says anything tells the state', async () => {
  const rows =
    'Action,Lead,Update Q1,Update Q2,Update Q3,Update Q4\nPrint posters,Sam Oduya,Not started,In progress,Complete,\nFix banners,Jo Marsh,Not started,In progress,,\n';
  const { lines } = readDocument(await openDocument(Buffer.from(rows), 'tracker.csv'), {
    today: Temporal.PlainDate.from('2025-04-01'),
  });
  assert.deepEqual(
    lines.map(({ status, state }) => [status ?? '', state]),
    [
      ['Complete', 'complete'],
      ['', 'in-progress'],
    ],
  );
});
