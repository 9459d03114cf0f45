import assert from 'node:assert/strict';
import test from 'node:test';
import { meanings, told } from '../../tests/support/told.ts';
import { readTxt } from '../documents/txt/read.ts';
import { readDocument } from './read.ts';
import type { Corrections } from './reading.ts';

const PLAN = readTxt(`Ashmere plan

Section A

Ref\tAction\tMilestone\tOwner\tStatus
1\tOpen day\tJune 2025\tRangers\tOngoing
2\tWalks\tMay 2025\tas above\tas above`);

const read = (corrections?: Partial<Corrections>) =>
  readDocument(PLAN, {
    today: Temporal.PlainDate.from('2025-04-01'),
    ...(corrections ? { corrections: { columns: [], cells: [], ...corrections } } : {}),
  });

test('a corrected column is read again with its times', () => {
  const reading = read({ columns: [{ table: 0, column: 2, meaning: 'when' }] });
  assert.equal(reading.tables[0]?.columns[2]?.why, 'you said so');
  assert.deepEqual(
    reading.lines[0]?.schedules.map(schedule => schedule.by),
    ['2025-06-30'],
  );
  assert.deepEqual(
    reading.lines.map(line => line.at),
    read().lines.map(line => line.at),
  );
});

test('a field given to another column is taken from the one that had it', () => {
  const reading = read({
    columns: [
      { table: 0, column: 4, meaning: 'comments' },
      { table: 0, column: 3, meaning: 'status' },
    ],
  });
  assert.deepEqual(meanings(reading).slice(3), ['status', 'comments']);
});

test('a column may be made the section', () => {
  const reading = read({ columns: [{ table: 0, column: 1, meaning: 'section' }] });
  assert.deepEqual(
    reading.lines.map(line => line.section),
    ['Open day', 'Walks'],
  );
});

test('a corrected cell replaces the field, and what follows from it is read again', () => {
  const reading = read({
    cells: [
      { table: 0, row: 1, field: 'when', text: 'Every Friday' },
      { table: 0, row: 1, field: 'status', text: 'Complete' },
      { table: 0, row: 2, field: 'owner', text: 'Jo Marsh' },
      { table: 0, row: 2, field: 'state', text: 'deferred' },
      { table: 0, row: 2, field: 'section', text: 'Section B' },
      { table: 0, row: 2, field: 'what', text: '' },
      { table: 0, row: 2, field: 'other:Ward', text: 'Harbour' },
    ],
  });
  const [first, second] = reading.lines;
  assert.equal(first?.state, 'complete');
  assert.deepEqual(
    first?.schedules.map(schedule => schedule.rule),
    ['FREQ=WEEKLY;BYDAY=FR'],
  );
  assert.match(told(second!), /^Section B \/ reference=2 .*owner=Jo Marsh .*Ward=Harbour \/ deferred$/);
  assert.equal(second?.what, undefined);
  assert.equal(second?.taken?.owner, undefined);
});

test('corrections for rows that are not there change nothing', () => {
  assert.deepEqual(
    read({
      cells: [{ table: 3, row: 9, field: 'what', text: 'x' }],
      columns: [{ table: 5, column: 0, meaning: 'why' }],
    }),
    read(),
  );
});

test('“as above” keeps its words and takes the value', () => {
  const line = read().lines[1];
  assert.equal(line?.owner, 'as above');
  assert.deepEqual(line?.taken?.owner, { text: 'Rangers', row: 1, because: 'as above' });
  assert.equal(line?.state, 'ongoing');
});
