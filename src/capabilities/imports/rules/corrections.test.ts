import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSameText, withCells, withColumns, withoutParted, withParted } from './corrections.ts';

const none = { columns: [], cells: [] };

test('the latest word about a column or a cell counts, and others stay', () => {
  const first = withColumns(none, [
    { table: 0, column: 1, meaning: 'what' },
    { table: 0, column: 2, meaning: 'why' },
  ]);
  const second = withColumns(first, [{ table: 0, column: 1, meaning: 'how' }]);
  assert.deepEqual(second.columns, [
    { table: 0, column: 2, meaning: 'why' },
    { table: 0, column: 1, meaning: 'how' },
  ]);
  const cells = withCells(second, [{ table: 0, row: 3, field: 'when', text: 'Monthly' }]);
  const again = withCells(cells, [{ table: 0, row: 3, field: 'when', text: 'Weekly' }]);
  assert.deepEqual(again.cells, [{ table: 0, row: 3, field: 'when', text: 'Weekly' }]);
  assert.deepEqual(again.columns, second.columns);
});

test('blanks and line ends that a browser changes are no correction', () => {
  assert.ok(isSameText('• Leaflet\n• Text', ' • Leaflet\r\n•  Text '));
  assert.ok(!isSameText('Monthly', 'Weekly'));
});

test('a row is parted once, and made one line again with nothing left of its lines', () => {
  const at = { table: 0, row: 3 };
  const whole = withCells(none, [{ ...at, field: 'when', text: 'Monthly, weekly' }]);
  const parted = withParted(withParted(whole, at), at);
  assert.deepEqual(parted.parted, [at]);
  const cells = withCells(parted, [{ ...at, part: 1, field: 'when', text: 'Daily' }]);
  assert.equal(cells.cells.length, 2);
  assert.deepEqual(withoutParted(cells, { ...at, part: 2 }), { ...whole, parted: [] });
});
