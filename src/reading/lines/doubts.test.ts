import assert from 'node:assert/strict';
import test from 'node:test';
import { openDocument } from '../../documents/open.ts';
import { readDocument } from '../read.ts';

const doubts = async (...rows: string[]) => {
  const text = ['Action,Lead,When,Status,Notes', ...rows].join('\n');
  const { lines } = readDocument(await openDocument(Buffer.from(text), 'plan.csv'), {
    today: Temporal.PlainDate.from('2025-04-01'),
  });
  return lines.map(line => line.doubts.map(({ field }) => field));
};

test('nobody need answer for what was given up, and somebody for all else', async () => {
  assert.deepEqual(
    await doubts('Open a shop,N/A,May 2025,Rejected,', 'Print posters,N/A,May 2025,In progress,'),
    [[], ['owner']],
  );
});

test('an open action that has not begun contradicts nothing', async () => {
  assert.deepEqual(
    await doubts(
      'Open a shop,Jo Marsh,May 2025,Open,Not started',
      'Print posters,Sam Oduya,March 2025,Complete,Not started',
    ),
    [[], ['state']],
  );
});
