import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ReadLine } from '../../../../reading/reading.ts';
import { changedCells } from './line.ts';

const line: ReadLine = {
  at: { table: 0, row: 4 },
  section: 'Schools',
  what: 'Visit\nand write',
  other: { 'Risk\nrating': 'Low' },
  state: 'ongoing',
  schedules: [],
  suggestions: [],
  doubts: [],
  printed: [],
};

test('only cells that say something else are put right, each with what stood there', () => {
  const form = {
    _csrf: 'x',
    what: 'Visit \r\nand write',
    when: ' Monthly ',
    state: 'complete',
    section: 'Schools',
  };
  assert.deepEqual(changedCells(line, form), [
    { table: 0, row: 4, field: 'when', text: 'Monthly', before: '' },
    { table: 0, row: 4, field: 'state', text: 'complete', before: 'ongoing' },
  ]);
});

test('a column whose heading has two lines is known by it, though a browser sends other line ends', () => {
  assert.deepEqual(changedCells(line, { 'other:Risk\r\nrating': 'High' }), [
    { table: 0, row: 4, field: 'other:Risk\nrating', text: 'High', before: 'Low' },
  ]);
});

test('what a line does not have, and states there are not, are no corrections', () => {
  const form = { 'other:Nowhere': 'x', state: 'toString', printed: 'x', what: ['a', 'b'], toString: 'x' };
  assert.deepEqual(changedCells(line, form), []);
});
