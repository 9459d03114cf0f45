import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cadenceIn } from './cadence.ts';
import { channelsOfRow } from './listed-channels.ts';

test('a row that lists channels is the group of them; one that lists none is a channel itself', () => {
  const row = { category: 'Printed material', description: 'For homes without the internet' };
  const listed = channelsOfRow({
    ...row,
    existing: ['Town diary (quarterly): sent to all'],
    projectSpecific: ['Flood card'],
  });
  assert.deepEqual(listed, [
    {
      name: 'Town diary',
      kind: 'print',
      grouped: 'Printed material',
      detail: 'Town diary (quarterly): sent to all',
      cadence: 'quarterly',
      projectSpecific: false,
    },
    {
      name: 'Flood card',
      kind: 'print',
      grouped: 'Printed material',
      detail: '',
      cadence: '',
      projectSpecific: true,
    },
  ]);
  const [alone, ...more] = channelsOfRow({ ...row, existing: [], projectSpecific: [] });
  assert.deepEqual(more, []);
  assert.equal(alone?.name, 'Printed material');
  assert.equal(alone?.detail, row.description);
});

test('how often is read from the words, and nothing else is', () => {
  assert.equal(cadenceIn('Members’ bulletin (weekly)'), 'weekly');
  assert.equal(cadenceIn('Monthly newsletter'), 'once in each month');
  assert.equal(cadenceIn('Leaflet (A5)'), '');
  assert.equal(cadenceIn('Open day 2025'), '');
});
