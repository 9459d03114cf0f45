import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saidArea, titleAndArea } from './said-area.ts';

const areas = [
  { id: 'mill', name: 'Mill', kind: 'ward', code: 'E05999001' },
  { id: 'quay', name: 'Quay', kind: 'ward', code: '' },
  { id: 'quay-parish', name: 'Quay', kind: 'parish', code: '' },
];

test('an area is what somebody typed by name, by name and kind, or by code; several and none say what to do', () => {
  for (const text of ['mill', 'Mill ward', 'Mill (ward)', 'e05999001'])
    assert.deepEqual(saidArea(text, areas), { area: areas[0] });
  assert.deepEqual(saidArea('Quay parish', areas), { area: areas[2] });
  assert.match((saidArea('Quay', areas) as { problem: string }).problem, /2 areas .* like “Quay \(ward\)”/);
  assert.match((saidArea('Nowhere', areas) as { problem: string }).problem, /No area is called “Nowhere”/);
});

test('a name may be a title with its area behind it, wherever it may be parted', () => {
  const mill = { title: 'Ward sergeant', area: 'Mill ward' };
  assert.deepEqual(titleAndArea('Ward sergeant, Mill ward'), [mill]);
  assert.deepEqual(titleAndArea('Ward sergeant (Mill ward)'), [mill]);
  assert.deepEqual(titleAndArea('Ward sergeant for the Mill ward'), [mill]);
  assert.deepEqual(titleAndArea('Head of Housing, Mill ward'), [
    { title: 'Head', area: 'Housing, Mill ward' },
    { title: 'Head of Housing', area: 'Mill ward' },
  ]);
  assert.deepEqual(titleAndArea('Ward sergeant'), []);
});
