import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Area } from '../area.ts';
import { type AreaRow, weighAreas } from './weigh-areas.ts';

const area = (id: string, kind: string, name: string, more: Partial<Area> = {}): Area => ({
  id,
  kind,
  name,
  code: '',
  partOf: null,
  startsOn: null,
  endsOn: null,
  version: 1,
  ...more,
});

const row = (number: number, kind: string, name: string, more: Partial<AreaRow> = {}) => ({
  number,
  values: { kind, name, code: undefined, partOf: undefined, startsOn: undefined, endsOn: undefined, ...more },
});

const told = (rows: ReturnType<typeof row>[], stored: Area[]) => {
  const { rows: weighed, problems } = weighAreas(rows, stored);
  return [
    ...weighed.map(
      ({ row: at, is, changes }) =>
        `${at} ${is}${changes.map(one => ` ${one.field}: ${one.before} > ${one.after}`)}`,
    ),
    ...problems.map(({ row: at, column }) => `${at} wrong ${column}`),
  ];
};

const ASHMERE = area('a', 'borough', 'Ashmere');
const SALTBY = area('s', 'borough', 'Saltby');

test('an area is known by its code though its name was changed, and else by kind and name', () => {
  const stored = [ASHMERE, area('n', 'ward', 'Northfield', { code: 'E1', partOf: 'a' })];
  assert.deepEqual(told([row(2, 'ward', 'North Field', { code: 'e1' })], stored), [
    '2 changed name: Northfield > North Field, code: E1 > e1',
  ]);
  assert.deepEqual(told([row(2, 'ward', 'NORTHFIELD')], stored), ['2 changed name: Northfield > NORTHFIELD']);
  assert.deepEqual(told([row(2, 'parish', 'Northfield')], stored), ['2 new']);
  assert.deepEqual(told([row(2, 'ward', 'Northfield', { code: 'E2' })], stored), ['2 new']);
});

test('two of a name are told apart by what they are part of', () => {
  const stored = [
    ASHMERE,
    SALTBY,
    area('1', 'parish', 'St Mary', { partOf: 'a' }),
    area('2', 'parish', "St Mary's", { partOf: 's' }),
  ];
  const two = [
    area('1', 'parish', 'St Mary', { partOf: 'a' }),
    area('2', 'parish', 'St Mary', { partOf: 's' }),
  ];
  assert.deepEqual(told([row(2, 'parish', 'St Mary')], [ASHMERE, SALTBY, ...two]), ['2 new', '2 wrong name']);
  assert.deepEqual(told([row(2, 'parish', 'St Mary', { partOf: 'Saltby' })], [ASHMERE, SALTBY, ...two]), [
    '2 same',
  ]);
  assert.deepEqual(
    told(
      [row(2, 'parish', 'St Mary', { partOf: 'Ashmere' }), row(3, 'parish', 'St Mary', { partOf: 'Saltby' })],
      stored.slice(0, 3),
    ),
    ['2 same', '3 new'],
  );
});

test('what an area is part of may stand in the file, by name, kind and name, or code', () => {
  const rows = [row(2, 'ward', 'Quay', { partOf: 'Saltby (borough)' }), row(3, 'borough', 'Saltby')];
  assert.deepEqual(told(rows, []), ['2 new', '3 new']);
  assert.deepEqual(told([row(2, 'ward', 'Quay', { partOf: 'Nowhere' })], [ASHMERE]), [
    '2 new',
    '2 wrong partOf',
  ]);
  const both = [ASHMERE, area('w', 'ward', 'Ashmere')];
  assert.deepEqual(told([row(2, 'ward', 'Quay', { partOf: 'Ashmere' })], both), ['2 new', '2 wrong partOf']);
  assert.deepEqual(told([row(2, 'ward', 'Quay', { partOf: 'borough ASHMERE' })], both), ['2 new']);
});

test('no area becomes a part of itself, and none is there twice', () => {
  const stored = [ASHMERE, area('n', 'ward', 'Northfield', { partOf: 'a' })];
  assert.deepEqual(told([row(2, 'borough', 'Ashmere', { partOf: 'Northfield' })], stored), [
    '2 changed partOf: null > Northfield',
    '2 wrong partOf',
  ]);
  assert.deepEqual(told([row(2, 'ward', 'Northfield'), row(3, 'ward', 'northfield')], stored), [
    '2 same',
    '3 changed name: Northfield > northfield',
    '3 wrong name',
  ]);
});

test('a column that is not there changes nothing, and an empty cell empties', () => {
  const starts = Temporal.PlainDate.from('2023-05-04');
  const stored = [ASHMERE, area('n', 'ward', 'Northfield', { partOf: 'a', code: 'E1', startsOn: starts })];
  assert.deepEqual(told([row(2, 'ward', 'Northfield')], stored), ['2 same']);
  assert.deepEqual(told([row(2, 'ward', 'Northfield', { partOf: '', startsOn: null })], stored), [
    '2 changed partOf: Ashmere > null, startsOn: 2023-05-04 > null',
  ]);
});
