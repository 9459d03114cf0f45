import assert from 'node:assert/strict';
import test from 'node:test';
import { ownerCell } from './owner-cell.ts';

const CELLS: [string, string, ReturnType<typeof ownerCell>][] = [
  ['', '', null],
  ['Jo Marsh', 'Jo Marsh', 'Jo Marsh'],
  ['jo marsh ', 'Jo Marsh', 'jo marsh '],
  ['Jo Marsh, Director of Policy', 'Jo Marsh', 'Jo Marsh, Director of Policy'],
  ['KB', 'Katherine Bell', { printed: 'KB', accountable: 'Katherine Bell' }],
  ['', 'Katherine Bell', { printed: '', accountable: 'Katherine Bell' }],
  ['All', '', { printed: 'All', why: 'names everyone, and so nobody in particular' }],
  ['Jo Marsh', '', { printed: 'Jo Marsh', why: 'left open' }],
];
for (const [printed, accountable, cell] of CELLS)
  test(`“${printed}” where ${accountable || 'nobody'} answers`, () => {
    assert.deepEqual(ownerCell(printed, accountable), cell);
  });
