import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shadesOf } from './shades.ts';

const shades = (cells: string[], fills: (string | undefined)[]) => shadesOf({ cells, fills }).shades;

test('cells without words are told by their colours, with or without a name for it', () => {
  const fills = [undefined, '00B050', undefined, '7030A0'];
  assert.deepEqual(shades(['Leaflet', '', '', ''], fills), { 1: 'green', 3: '' });
});

test('words speak for themselves, and what paints a row whole is none of its cells’', () => {
  assert.equal(shades(['Leaflet', 'Done'], [undefined, '00B050']), undefined);
  assert.equal(shades(['Leaflet', '', ''], ['F2F2F2', 'F2F2F2', 'F2F2F2']), undefined);
});

test('a bar that carries its name in one of its cells is told in the others', () => {
  assert.deepEqual(shades(['Visits', '', 'Launch'], [undefined, '5B9BD5', '5B9BD5']), { 1: 'blue' });
});
