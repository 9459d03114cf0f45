import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readShaded } from '../../../../tests/support/shaded-plan.ts';
import { readTxt } from '../../../documents/txt/read.ts';
import { readDocument } from '../../../reading/read.ts';
import { asReadOf, printedRow } from './as-read.ts';

const PLAN = readTxt(`Ashmere plan 2025-26

Action\tChannel\tDue\tProgress
Tell residents of the works\tNewsletter; ward panel\tMonthly; quarterly\tOngoing`);

const read = (parted?: { table: number; row: number }[]) => {
  const corrections = { columns: [], cells: [], ...(parted && { parted }) };
  const { lines, tables, document } = readDocument(PLAN, {
    today: Temporal.PlainDate.from('2025-04-01'),
    corrections,
  });
  return lines.map(line => asReadOf(line, tables[0], document));
};

test('the state’s word, heading and rule, and each timing’s', () => {
  const [whole] = read();
  assert.deepEqual(whole?.state, {
    field: 'status',
    why: '“ongoing” under “Progress”: the cell answers with this word',
  });
  assert.deepEqual(whole?.timings, [
    { field: 'when', phrase: 'Monthly', why: 'it stands under “Due”, and its words say how often' },
    { field: 'when', phrase: 'quarterly', why: 'it stands under “Due”, and its words say how often' },
  ]);
  assert.equal(whole?.row, undefined);
});

test('lines made of one row remember the row', () => {
  const [, second] = read([{ table: 0, row: 1 }]);
  assert.deepEqual(second?.row, {
    part: 2,
    of: 2,
    printed: [
      { heading: 'Action', text: 'Tell residents of the works' },
      { heading: 'Channel', text: 'Newsletter; ward panel' },
      { heading: 'Due', text: 'Monthly; quarterly' },
      { heading: 'Progress', text: 'Ongoing' },
    ],
  });
});

test('a cell that holds a colour and no words is told by its colour', () => {
  const { lines, tables } = readShaded(`
Action | Owner | When | RAG | Apr
Leaflet | Mae Lund | Monthly | [red] | Fair
Panel | Web team | Weekly | Done [green] |
`);
  const [leaflet, panel] = lines.map(line => printedRow(line, tables[0])[3]);
  assert.deepEqual(leaflet, { heading: 'RAG', text: '', shade: 'shaded red' });
  assert.deepEqual(panel, { heading: 'RAG', text: 'Done' });
});
