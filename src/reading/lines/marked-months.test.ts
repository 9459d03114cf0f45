import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDocument } from '../../documents/open.ts';
import { readDocument } from '../read.ts';

const suggested = async (csv: string) => {
  const document = await openDocument(Buffer.from(csv), 'plan.csv');
  const { lines } = readDocument(document, { today: Temporal.PlainDate.from('2025-04-01') });
  return lines.map(line => line.suggestions.map(({ phrase, from, by }) => [phrase, from, by]));
};

test('months that a timetable marks are timings to be offered, each run one', async () => {
  const csv =
    'Communications timetable 2025-26\n\nTask,Lead,Apr,May,Jun,Jul,Aug\nLeaflet,Revenues,,X,X,,\nSurvey,Insight team,✓,,,,yes\nNewsletter,Press office,,,,,\n';
  assert.deepEqual(await suggested(csv), [
    [['May to June', '2025-05-01', '2025-06-30']],
    [
      ['April', '2025-04-01', '2025-04-30'],
      ['August', '2025-08-01', '2025-08-31'],
    ],
    [],
  ]);
});

test('months with their own years; words in a month’s cell are words', async () => {
  const csv = 'Task,Lead,Nov-25,Dec-25,Jan-26\nLeaflet,Revenues,,x,x\nPosters,Press office,draft,,\n';
  assert.deepEqual(await suggested(csv), [
    [['December 2025 to January 2026', '2025-12-01', '2026-01-31']],
    [],
  ]);
});
