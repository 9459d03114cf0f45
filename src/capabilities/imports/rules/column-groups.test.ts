import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ColumnMeaning, ReadTable } from '../../../reading/reading.ts';
import { changedColumns, columnGroups } from './column-groups.ts';
import { shownFields } from './shown-fields.ts';

const table = (...columns: [string, ColumnMeaning][]): ReadTable => ({
  where: 'table 1',
  columns: columns.map(([heading, meaning]) => ({ headings: [heading], meaning, why: 'so it says' })),
});

const TABLES = [
  table(['Who', 'audience'], ['What', 'what']),
  table(['Step', 'what'], ['By', 'when']),
  table(['Who', 'audience'], ['What', 'what']),
];

test('tables of one shape are asked about once, and the answer holds for all of them', () => {
  const groups = columnGroups(TABLES);
  assert.deepEqual(
    groups.map(group => group.tables),
    [[0, 2], [1]],
  );
  const chosen = (group: number, column: number) => ({
    meaning: group === 0 && column === 0 ? ('messenger' as const) : groups[group]?.columns[column]?.meaning,
    name: 'Whom we tell',
  });
  assert.deepEqual(changedColumns(groups, chosen), [
    { table: 0, column: 0, meaning: 'messenger', before: 'audience' },
    { table: 2, column: 0, meaning: 'messenger', before: 'audience' },
  ]);
});

test('what was not chosen, or not changed, is no correction', () => {
  assert.deepEqual(
    changedColumns(columnGroups(TABLES), () => ({})),
    [],
  );
});

test('a column may be kept under a heading of one’s own, in all tables of its shape', () => {
  const chosen = (group: number, column: number) =>
    group === 0 && column === 0 ? { meaning: 'other' as const, name: 'Whom we tell' } : {};
  assert.deepEqual(changedColumns(columnGroups(TABLES), chosen), [
    { table: 0, column: 0, meaning: 'other', name: 'Whom we tell', before: 'audience' },
    { table: 2, column: 0, meaning: 'other', name: 'Whom we tell', before: 'audience' },
  ]);
});

test('a table of lines shows the fields that the document has, in its order, and no more than six', () => {
  assert.deepEqual(shownFields(TABLES), ['audience', 'what', 'when']);
  const wide = table(
    ['a', 'budget'],
    ['b', 'comments'],
    ['c', 'owner'],
    ['d', 'when'],
    ['e', 'what'],
    ['f', 'reference'],
    ['g', 'status'],
    ['h', 'other'],
  );
  assert.deepEqual(shownFields([wide]), ['comments', 'owner', 'when', 'what', 'reference', 'status']);
});

test('times are shown where a timetable marks them and no column says when', () => {
  const months = table(['Task', 'what'], ['Apr', 'other'], ['May', 'other'], ['Jun', 'other']);
  assert.deepEqual(shownFields([months]), ['what', 'when']);
});
