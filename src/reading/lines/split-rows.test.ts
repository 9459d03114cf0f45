import assert from 'node:assert/strict';
import test from 'node:test';
import type { Column } from '../headings/columns.ts';
import type { ColumnMeaning } from '../reading.ts';
import { continuesRow, joinRows } from './split-rows.ts';

const columns = (...meanings: ColumnMeaning[]): Column[] =>
  meanings.map(meaning => ({ meaning, headings: [], why: '', name: meaning, parts: [] }));
const NO_HABIT = [false, false, false, false];
const goes = (above: string[], below: string[], ...meanings: ColumnMeaning[]) =>
  continuesRow(above, below, columns(...meanings), NO_HABIT);

test('the rest of a sentence under an empty, cut or repeated first cell goes on with the row', () => {
  assert.ok(goes(['3', 'Write to all the people who'], ['', 'live by the sea'], 'reference', 'what'));
  assert.ok(
    goes(
      ['4. That a guide be written for all', 'Head of', 'May'],
      ['members of the council.', 'Services', ''],
      'recommendation',
      'owner',
      'when',
    ),
  );
  assert.ok(
    goes(
      ['Traders', 'There are three groups of traders'],
      ['Traders', 'within the town'],
      'audience',
      'what',
    ),
  );
  assert.ok(
    goes(
      ['3', 'The team will write to the people, and', ''],
      ['', 'Councillors as well', ''],
      'reference',
      'what',
      'when',
    ),
  );
});

test('one more sentence with neither number nor owner goes on with the row', () => {
  assert.ok(
    goes(
      ['3', 'The guide has been sent to all members of staff.', 'May'],
      ['', 'Copies are on the intranet.', ''],
      'reference',
      'what',
      'when',
    ),
  );
});

test('a row with a number of its own, an owner or a beginning is a row', () => {
  assert.ok(!goes(['3', 'Write to all the people who'], ['4', 'live by the sea'], 'reference', 'what'));
  assert.ok(
    !goes(['Traders', 'Letter', 'Monthly'], ['Traders', 'Visit', 'Weekly'], 'audience', 'how', 'when'),
  );
  assert.ok(!goes(['Traders', 'Letter from the leader'], ['', 'Visit by the manager'], 'audience', 'how'));
  assert.ok(!goes(['1. That it is done for all'], ['2. that it is seen'], 'recommendation'));
});

test('small letters show nothing in a column that always begins so', () => {
  const above = ['twitter', 'posts about the parks and the pool'];
  const below = ['', 'posts about the bins'];
  assert.ok(!continuesRow(above, below, columns('how', 'what'), [true, true]));
});

test('joined rows keep a repeated first cell once', () => {
  assert.deepEqual(joinRows(['Traders', 'three groups', ''], ['Traders', 'in town', 'May']), [
    'Traders',
    'three groups in town',
    'May',
  ]);
});
