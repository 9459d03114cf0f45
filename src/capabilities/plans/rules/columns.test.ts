import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newLine } from '../../../../tests/support/plans.ts';
import type { Column } from '../plan.ts';
import { allCells, columnsToStore, mixedColumns, sectionColumns } from './columns.ts';

const column = (meaning: Column['meaning'], ...headings: string[]): Column => ({ headings, meaning });

test('a column without a field is stored with the name that its cells stand under', () => {
  const columns = [
    { ...column('what', 'Action'), why: '' },
    { ...column('other', 'Resources', 'Time'), why: '' },
    { ...column('other', 'Risk'), why: '' },
  ];
  const stored = columnsToStore({ title: '', columns, lines: [newLine({ other: { Time: '2 days' } })] });
  assert.deepEqual(
    stored.map(one => one.name),
    [undefined, 'Time', 'Risk'],
  );
});

test('columns keep their printed headings; the one that names sections stands between the lines instead', () => {
  const shown = sectionColumns([
    column('section', 'Theme'),
    column('what', 'Key', 'Action'),
    column('owner'),
  ]);
  assert.deepEqual(shown, [
    { heading: 'Key – Action', cell: 'what' },
    { heading: 'Owner', cell: 'owner' },
  ]);
});

test('sections of one shape keep it when they are mixed', () => {
  const columns = [column('audience', 'Who with'), column('what', 'What')];
  assert.deepEqual(mixedColumns([columns, columns]), sectionColumns(columns));
});

test('sections of several shapes show the fields that most of them have, in the usual order', () => {
  const one = [column('owner', 'Lead'), column('what', 'Action'), column('reference', 'No.')];
  const other = [column('audience', 'Who with'), column('what', 'Action'), column('owner', 'Who from')];
  const mixed = mixedColumns([one, other, one]);
  assert.deepEqual(
    mixed.map(({ cell, heading }) => [cell, heading]),
    [
      ['reference', 'No.'],
      ['what', 'Action'],
      ['audience', 'Who with'],
      ['owner', 'Lead'],
    ],
  );
});

test('no more columns are mixed than a page is wide', () => {
  const wide = ['reference', 'what', 'audience', 'how', 'when', 'why', 'owner', 'status'] as const;
  const mixed = mixedColumns([
    wide.map(field => column(field, field)),
    [column('what', 'What'), column('owner', 'Lead')],
  ]);
  assert.equal(mixed.length, 6);
  assert.ok(['what', 'owner'].every(field => mixed.some(one => one.cell === field)));
});

test('what a promise is made of is shown though fewer sections have it, as when lines stand in the order of owners', () => {
  const channels = (['audience', 'how', 'when', 'why', 'measure', 'budget'] as const).map(field =>
    column(field, field),
  );
  const actions = [...channels, column('what', 'Action'), column('owner', 'Lead')];
  const cells = mixedColumns([channels, actions, channels]).map(({ cell }) => cell);
  assert.deepEqual(cells, ['what', 'audience', 'how', 'when', 'why', 'owner']);
});

test('every field of a line is there once, those of its table first', () => {
  const cells = allCells([column('owner', 'Lead'), { ...column('other', 'Risk'), name: 'Risk' }], {
    Risk: 'Rain',
    Note: 'x',
  });
  assert.deepEqual(
    cells.slice(0, 3).map(one => one.cell),
    ['owner', 'other:Risk', 'other:Note'],
  );
  assert.equal(cells.length, 3 + 12);
});
