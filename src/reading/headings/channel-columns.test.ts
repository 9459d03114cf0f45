import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDocument } from '../../documents/open.ts';
import { readDocument } from '../read.ts';

const read = async (rows: string) =>
  readDocument(await openDocument(Buffer.from(rows), 'calendar.csv'), {
    today: Temporal.PlainDate.from('2025-04-01'),
  });

test('weeks down and channels across are a plan: each channel keeps its heading, and a date there is its week', async () => {
  const { lines } = await read(
    'Week commencing,Theme,Website,Social media,E-newsletter,Internal\n01/09/2025,Bus passes,Page live,3 posts,,Staff bulletin\n08/09/2025,Skills,Case study,Clip,Feature,\n15/09/2025,Skills,,2 posts,,Team brief\n',
  );
  assert.deepEqual(
    lines.map(({ what }) => what),
    ['Bus passes', 'Skills', 'Skills'],
  );
  assert.deepEqual(lines[0]?.other, {
    Website: 'Page live',
    'Social media': '3 posts',
    Internal: 'Staff bulletin',
  });
  assert.deepEqual([lines[0]?.schedules[0]?.from, lines[0]?.schedules[0]?.by], ['2025-09-01', '2025-09-07']);
});

test('under “Week ending” a date is the last day of its week', async () => {
  const { lines } = await read(
    'Week ending,Task,Lead\n05/09/2025,Print posters,Sam Oduya\n12/09/2025,Fix banners,Jo Marsh\n',
  );
  assert.equal(lines[0]?.schedules[0]?.from, '2025-08-30');
});

test('two channels among other columns are what they were', async () => {
  const { lines } = await read(
    'Action,Media,Lead\nPrint posters,Posters,Sam Oduya\nFix banners,Banners,Jo Marsh\n',
  );
  assert.equal(lines[0]?.how, 'Posters');
});
